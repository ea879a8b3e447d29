import { CONSENT_PURPOSES, NEEDED_CONSENT } from '../../registrations/consent-purposes.js';
import { NEEDS } from '../../registrations/needs.js';

/** The need that the question "Are you safe right now?" stands for. */
export const DANGER = 'danger-now';

/** What templates offer to choose from. The words are the domain's own codes (registrations/). */
export const SAFE_ANSWERS = ['yes', 'no'] as const;
export const OFFERED_NEEDS = NEEDS.filter((need) => need !== DANGER);
export const SEXES = ['F', 'M', 'X'] as const;
export const CONTACT_METHODS = ['phone', 'email', 'none'] as const;
export const CONSENTS = CONSENT_PURPOSES.map((code) => ({ code, required: code === NEEDED_CONSENT }));

/** Everything a person may tell us, as typed; empty where they did not. The names are those of the inputs. */
export interface Answers {
  /** Code of the post to register at; asked only where there are several. */
  post: string;
  safe: string;
  needs: readonly string[];
  fullName: string;
  day: string;
  month: string;
  year: string;
  sex: string;
  passportNumber: string;
  nationalId: string;
  passportMrz: string;
  method: string;
  phone: string;
  email: string;
  safeHours: string;
  language: string;
  whereNow: string;
  whereHeld: string;
  homeProvince: string;
  consents: readonly string[];
}

export const NO_ANSWERS: Answers = {
  post: '',
  safe: '',
  needs: [],
  fullName: '',
  day: '',
  month: '',
  year: '',
  sex: '',
  passportNumber: '',
  nationalId: '',
  passportMrz: '',
  method: '',
  phone: '',
  email: '',
  safeHours: '',
  language: '',
  whereNow: '',
  whereHeld: '',
  homeProvince: '',
  consents: [],
};
