import type { FieldError } from '../../forms/form.view.js';
import type { ConsentPurpose, Need, SafeAnswer } from '../../register/answers.js';
import type { Stage } from '../../status/journey.js';
import type { Band } from '../band.js';
import type { CaseAct } from './case-act.js';
import type { AppointmentSection, DepartureSection, ExitClearanceSection } from './case-journey.view.js';
import type { IdentitySection } from './case-identity.view.js';
import type { PersonPanel } from './case-person.view.js';
import type { TravelDocumentSection } from './case-travel-document.view.js';

export const CASE_WARNINGS = ['possible-duplicate', 'duress', 'hold', 'contact-unsafe', 'minor'] as const;
export type CaseWarning = (typeof CASE_WARNINGS)[number];

export interface BandPanel {
  band: Band;
  /** Codes of the needs and facts that led to it. */
  reasons: readonly BandReason[];
  override: { by: string; at: string; reason: string } | null;
}

export type BandReason = Need | 'in-danger-now' | 'victim-indicators';

export interface HistoryEntry {
  at: string;
  by: string;
  /** The words are `history.<act>`. */
  act: HistoryAct;
}

export const HISTORY_ACTS = [
  'registered',
  'band-set',
  'band-overridden',
  'details-revealed',
  'evidence-added',
  'identity-decided',
  'appointment-booked',
  'appointment-cancelled',
  'checked-in',
  'called',
  'served',
  'document-applied',
  'document-approved',
  'document-refused',
  'document-issued',
  'document-revoked',
  'exit-cleared',
  'departure-recorded',
  'arrival-confirmed',
  'contact-changed',
  'withdrawn',
] as const;
export type HistoryAct = (typeof HISTORY_ACTS)[number];

/** One person on one screen: who it is, what to do next, and what was done. */
export interface CasePage {
  reference: string;
  /** Sent back with every act, so that two officers cannot overwrite each other unseen. */
  version: string;
  stage: Stage;
  /** How the case was closed, or null while it is open. */
  closed: ClosedAs | null;
  ticket: { number: string; counter: string } | null;
  warnings: readonly CaseWarning[];
  person: PersonPanel;
  safe: SafeAnswer | null;
  needs: readonly Need[];
  companions: number;
  consents: readonly { code: ConsentPurpose; given: boolean }[];
  band: BandPanel;
  identity: IdentitySection;
  appointment: AppointmentSection;
  travelDocument: TravelDocumentSection;
  exitClearance: ExitClearanceSection;
  departure: DepartureSection;
  history: readonly HistoryEntry[];
  /** The act that moves the case on; its section is open and marked. */
  next: CaseAct | null;
  /** Acts this officer may do now; the forms of others are not shown. */
  may: readonly CaseAct[];
  errors: readonly FieldError[];
}

export const CLOSED_AS = [
  'departed',
  'transferred',
  'deported',
  'deceased',
  'disappeared',
  'withdrawn',
  'merged',
] as const;
export type ClosedAs = (typeof CLOSED_AS)[number];
