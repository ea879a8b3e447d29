import type { BirthDate } from '../../../registrations/birth-date.js';
import type { ContactMethod, FamilyContact, NamedAdult } from '../../../registrations/person-details.js';
import type { CaseResponse } from '../../../registrations/registrations.dto.js';

/** A person as every officer sees them: enough to recognise who is there, not enough to look people up. */
export interface PersonPanel extends Omit<CaseResponse, 'id'> {
  /** Only in the answer to a reveal with its reason. */
  revealed: RevealedDetails | null;
  /** Who registered together with them, masked; empty where they came alone. Never shown to the people themselves. */
  companions: CompanionLine[];
  /** Of a child: the adult they named, masked. */
  namedAdult: string | null;
  /** The case under which somebody is helped whose case was merged into it. */
  keptAs: { id: string; reference: string } | null;
}

export interface CompanionLine {
  id: string;
  reference: string;
  maskedName: string;
  /** Whether this is the adult whom the person of the case is with. */
  guardian: boolean;
}

/** What the reason opened; the rest is absent. */
export interface RevealedDetails {
  fullName?: string;
  birthDate?: BirthDate;
  passportNumber?: string;
  nationalId?: string;
  phone?: string;
  email?: string;
  /** How the person may be reached, and how never. */
  method?: ContactMethod;
  through?: string;
  safeFrom?: string;
  safeTo?: string;
  safeHours?: string;
  noCalls?: boolean;
  noMessages?: boolean;
  whereNow?: string;
  whereHeld?: string;
  /** They told nothing of where they are. */
  nowhere?: boolean;
  motherName?: string;
  address?: string;
  family?: FamilyContact;
  /** Whom a child says they are with. */
  adult?: NamedAdult;
}
