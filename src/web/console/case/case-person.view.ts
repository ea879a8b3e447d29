import type { PartialDate } from '../../../platform/i18n/formats.js';
import type { CaseResponse } from '../../../registrations/registrations.dto.js';

/** A person as every officer sees them: enough to recognise who is there, not enough to look people up. */
export interface PersonPanel extends Omit<CaseResponse, 'id'> {
  /** Only in the answer to a reveal with its reason. */
  revealed: RevealedDetails | null;
}

/** What the reason opened; the rest is absent. */
export interface RevealedDetails {
  fullName?: string;
  birthDate?: PartialDate;
  passportNumber?: string;
  nationalId?: string;
  phone?: string;
  email?: string;
  safeHours?: string;
  whereNow?: string;
  whereHeld?: string;
}
