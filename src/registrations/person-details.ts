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
  /** When the person told of a paper after they had registered, ISO 8601. */
  papersAddedAt?: string;
  /** Tells people of one name apart better than anything else that everybody knows. */
  motherName?: string;
}

/** `phone` is a message or a call; `somebody` passes word on; with `none` nobody is contacted. */
export const CONTACT_METHODS = ['phone', 'sms', 'call', 'email', 'somebody', 'none'] as const;
export type ContactMethod = (typeof CONTACT_METHODS)[number];

/** How, when and whether to make contact. */
export interface ContactDetails {
  method: ContactMethod;
  /** E.164; that of the other person where the method is `somebody`. */
  phone?: string;
  email?: string;
  /** Who passes word on, where the method is `somebody`. */
  through?: string;
  /** When it is safe, local to the post, `HH:MM`; `safeFrom` after `safeTo` spans midnight. */
  safeFrom?: string;
  safeTo?: string;
  /** What else makes contact safe, in the person's own words. */
  safeHours?: string;
  /** Nothing may be left that somebody else could read or hear. */
  noMessages?: boolean;
  noCalls?: boolean;
}

export interface LocationDetails {
  whereNow?: string;
  whereHeld?: string;
}

export const FAMILY_RELATIONS = ['parent', 'partner', 'child', 'sibling', 'relative', 'friend'] as const;
export type FamilyRelation = (typeof FAMILY_RELATIONS)[number];

/** Whom to call in an emergency, and only with the person's consent. */
export interface FamilyContact {
  name: string;
  relation?: FamilyRelation;
  /** E.164 */
  phone?: string;
}

/** The adult whom a child is with, as they tell it. */
export interface NamedAdult {
  name: string;
  /** How the two belong together, in their own words. */
  relation?: string;
}

export interface HomeDetails {
  address?: string;
  family?: FamilyContact;
}
