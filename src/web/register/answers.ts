import { CONSENT_PURPOSES, NEEDED_CONSENT } from '../../registrations/consent-purposes.js';
import { CALENDARS } from '../../registrations/calendars.js';
import { NEEDS, QUIET_NEED } from '../../registrations/needs.js';
import { TRAVEL_TIMES } from '../../registrations/travel-time.js';
import { FAMILY_RELATIONS } from '../../registrations/person-details.js';

/** The need that the question "Are you safe right now?" stands for. */
export const DANGER = 'danger-now';

/** What templates offer to choose from. The words are the domain's own codes (registrations/). */
export const SAFE_ANSWERS = ['yes', 'no'] as const;
export const OFFERED_NEEDS = NEEDS.filter((need) => need !== DANGER && need !== QUIET_NEED);
export const SEXES = ['F', 'M', 'X'] as const;
/** Whether a phone is called or written to is said by what is never safe, on the page after. */
export const CONTACT_METHODS = ['phone', 'email', 'somebody', 'none'] as const;
export const TRAVELS = TRAVEL_TIMES;
/** Whom a child can be with who is with none of the adults that register here. */
export const OTHER_GUARDIANS = ['other', 'alone'] as const;
export const RELATIONS = FAMILY_RELATIONS;
export const BIRTH_CALENDARS = CALENDARS;
export const CONSENTS = CONSENT_PURPOSES.map((code) => ({ code, required: code === NEEDED_CONSENT }));

/** Everything a person may tell us, as typed; empty where they did not. The names are those of the inputs. */
export interface Answers {
  /** Which of the people of one registration; given here, not typed. */
  id: string;
  /** Who is with the person who began is asked less, since the rest is carried over: which of them, from 1 on in the order they were added. */
  companion: string;
  /** Code of the post to register at; asked only where there are several. */
  post: string;
  safe: string;
  needs: readonly string[];
  fullName: string;
  day: string;
  month: string;
  year: string;
  calendar: string;
  sex: string;
  motherName: string;
  passportNumber: string;
  nationalId: string;
  passportMrz: string;
  method: string;
  phone: string;
  email: string;
  /** Who passes word on, and how to reach them. */
  through: string;
  throughPhone: string;
  language: string;
  safeFrom: string;
  safeTo: string;
  noCalls: string;
  noMessages: string;
  safeHours: string;
  cannotSpeak: string;
  /** Never sent back to a page. */
  helpWord: string;
  whereNow: string;
  travelTime: string;
  whereHeld: string;
  homeProvince: string;
  homeAddress: string;
  familyName: string;
  familyRelation: string;
  familyPhone: string;
  /** Whom a child is with: the id of one of the others, `other` or `alone` (child.ts). */
  guardian: string;
  /** Who that other adult is, and what they are to the child. */
  adultName: string;
  adultRelation: string;
  consents: readonly string[];
  /** Whether somebody else is with them who wants to go home too. */
  others: string;
}

export const NO_ANSWERS: Answers = {
  id: '',
  companion: '',
  post: '',
  safe: '',
  needs: [],
  fullName: '',
  day: '',
  month: '',
  year: '',
  calendar: '',
  sex: '',
  motherName: '',
  passportNumber: '',
  nationalId: '',
  passportMrz: '',
  method: '',
  phone: '',
  email: '',
  through: '',
  throughPhone: '',
  language: '',
  safeFrom: '',
  safeTo: '',
  noCalls: '',
  noMessages: '',
  safeHours: '',
  cannotSpeak: '',
  helpWord: '',
  whereNow: '',
  travelTime: '',
  whereHeld: '',
  homeProvince: '',
  homeAddress: '',
  familyName: '',
  familyRelation: '',
  familyPhone: '',
  guardian: '',
  adultName: '',
  adultRelation: '',
  consents: [],
  others: '',
};
