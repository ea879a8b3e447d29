import type { BirthDate } from './birth-date.js';

/** Who somebody says they are. Sealed as a whole under the person's key. */
export interface IdentityDetails {
  /** As the person writes it; a single name is complete. */
  fullName: string;
  birthDate: BirthDate;
  passportNumber?: string;
  /** The two or three lines as read, check digits verified. */
  passportMrz?: string;
  nationalId?: string;
}

/** How, when and whether to make contact. */
export interface ContactDetails {
  method: 'phone' | 'email' | 'none';
  /** E.164 */
  phone?: string;
  email?: string;
  /** When it is safe, in the person's own words. */
  safeHours?: string;
}

export interface LocationDetails {
  whereNow?: string;
  whereHeld?: string;
}
