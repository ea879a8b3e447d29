import type { StatementsResponse } from '../../../identity/statements.dto.js';
import type { Milestone } from '../../../reports/journey/milestones.js';
import type { Band } from '../../../triage/band.js';
import type { BandReason } from '../../../triage/band-reasons.js';
import type { FieldError } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';
import type { CaseAct } from './case-act.js';
import type { IdentitySection } from './case-identity.view.js';
import type { AppointmentSection, DepartureSection, ExitClearanceSection } from './case-journey.view.js';
import type { PersonPanel } from './case-person.view.js';
import type { SecondPersonRequestResponse } from '../../../registrations/disclosure/second-person/second-person.dto.js';
import type { TravelDocumentSection } from './case-travel-document.view.js';

/** The parts of a case, each answered by the stage that owns it. */
export interface CaseParts {
  person: PersonPanel;
  /** What the reader last asked for that nobody sees alone; null for readers who may not know. */
  secondPerson: SecondPersonPanel | null;
  band: BandPanel;
  identity: IdentitySection;
  appointment: AppointmentSection;
  travelDocument: TravelDocumentSection;
  exitClearance: ExitClearanceSection;
  departure: DepartureSection;
  /** What was reached, latest first. */
  history: readonly { milestone: Milestone; at: string }[];
  /** Where the person is at the reader's own counter. */
  visit: { ticket: string; counter: number } | null;
  /** That the help word was typed, for readers who may know. */
  duress: { lastAt: string; takenUp: boolean } | null;
}

export interface SecondPersonPanel {
  location: SecondPersonRequestResponse | null;
  statements: SecondPersonRequestResponse | null;
  /** What the evidence says, in the answer that shows it. */
  shown: StatementsResponse['statements'] | null;
}

export interface BandPanel {
  band: Band;
  /** What led to it, most pressing first. */
  reasons: readonly BandReason[];
  /** Who set it against the rules; null where the rules did. */
  setBy: string | null;
  at: string;
  version: number;
}

/** One person on one screen: who it is, what to do next, and what was done. */
export interface CasePage extends CaseParts {
  id: string;
  /** The act that moves the case on; its section is marked and its form open. */
  next: CaseAct | null;
  /** Acts this reader may do now; the forms of others are not shown. */
  may: readonly CaseAct[];
  /** The act that was done just before. */
  done: CaseAct | null;
  refused: RefusedAct | null;
  /** Makes a form that is sent twice count once. */
  formKey: string;
  errors: readonly FieldError[];
}

/** An act that was not done, with what had been typed. */
export interface RefusedAct {
  act: CaseAct;
  /** Null where single fields are at fault, each with its own words. */
  why: Refusal | null;
  values: Readonly<Record<string, unknown>>;
}
