import type { OwnMessageResponse } from '../../notifications/own/own-messages.dto.js';
import type { TicketStatus } from '../../queue/tickets/ticket-status.js';
import type { ConsentPurpose } from '../../registrations/consent-purposes.js';
import type { OwnRegistrationResponse } from '../../registrations/registrations.dto.js';
import type { FieldError, FormView } from '../forms/form.view.js';
import type { ErasureResponse } from '../../registrations/erasure/erasure.dto.js';
import type { STEP_FIELDS } from '../register/register-step.js';
import type { AppointmentTime, BringItem } from '../receipt/receipt.view.js';
import type { StageMark } from './journey.js';
import type { NextStep } from './next-step.js';

/** A change was lost since the session was over, or the browser did not keep the session that it was just given. */
export const SIGN_IN_NOTES = ['unsaved', 'forgotten'] as const;
export type SignInNote = (typeof SIGN_IN_NOTES)[number];

/** Reference and access code, typed. The code is never sent back to the page. */
export interface StatusSignInPage {
  form: FormView;
  values: { reference: string };
  /** Why somebody has come back to this form. */
  note: SignInNote | null;
}

/** The person's own photograph. */
export interface StatusPhotoPage {
  form: FormView;
  /** Whether there is one already. */
  taken: boolean;
}

export interface TicketPlace {
  number: string;
  state: TicketStatus;
  /** Null until called. */
  counter: number | null;
  ahead: number;
  /** Eight in ten wait between these minutes; null where nobody can say. */
  expected: { from: number; to: number } | null;
}

/** When the turn of somebody comes who is at home or on the way. */
export interface TurnPlace {
  ahead: number;
  /** Eight in ten begin between these instants. */
  from: string;
  until: string;
}

/** When somebody travels, by what, and from where to where. */
export interface JourneyAhead {
  /** ISO 8601 with offset. */
  leavesAt: string;
  service: string;
  from: string;
  to: string;
}

export interface StatusPage {
  /** Whether the person has just changed something and is told that it is kept. */
  saved: boolean;
  reference: string;
  next: NextStep;
  stages: readonly StageMark[];
  appointment: AppointmentTime | null;
  ticket: TicketPlace | null;
  /** Whether what comes next is at a counter, at a time that the person chooses. */
  choosesTime: boolean;
  /** Null where nobody can foresee it, and in the hall. */
  turn: TurnPlace | null;
  bring: readonly BringItem[];
  /** The way home that is planned. */
  journey: JourneyAhead | null;
  /** Whether the person waits for word and is neither written to nor called: they have to look here. */
  silent: boolean;
  /** When everything is erased, ISO 8601 with offset; null where nobody asked for that. */
  erasedAfter: string | null;
  /** Whether somebody named the person as vouching for them. */
  vouching: boolean;
  /** Whether the person can still change how to be reached, or withdraw. */
  open: boolean;
  /** Whether the case is closed, and their calendar may have an appointment of it. */
  cancelled: boolean;
  /** When this was true, ISO 8601 with offset. */
  asOf: string;
  /** Other as soon as something has changed for this person; see status-now.controller.ts. */
  tag: string;
}

/** The person's appointment. */
export interface KnownAppointment {
  /** When they were told to come. */
  startsAt: string;
  /** The time of their seat. */
  seatAt: string;
  mayChange: boolean;
  wantsEarlier: boolean;
  version: number;
}

/** Whether it is to be given back. */
export interface StatusAppointmentCancelPage {
  appointment: KnownAppointment;
}

/** It, and the times that they can choose instead. */
export interface StatusAppointmentPage {
  appointment: KnownAppointment | null;
  /** Whether their calendar may have one that was cancelled. */
  cancelled: boolean;
  choices: readonly { slotId: string; startsAt: string }[];
  /** Whether the time that was chosen had been taken meanwhile. */
  taken: boolean;
  errors: readonly FieldError[];
  formKey: string;
}

/** Everything that is held about the person. */
export interface HeldPage {
  held: OwnRegistrationResponse;
  looks: readonly Look[];
  /** What was written to them, latest first. */
  messages: readonly OwnMessageResponse[];
}

/** Somebody of the office opened the case. */
export interface Look {
  at: string;
  who: (typeof LOOKERS)[number];
}

/** Whom a person is told of; the words are `who.<code>`. */
export const LOOKERS = ['officer', 'protection', 'approver', 'supervisor', 'other'] as const;

export interface StatusNeedsPage {
  form: FormView;
  values: { needs: readonly string[]; safe: string };
}

export interface StatusHomePage {
  form: FormView;
  values: Record<'homeAddress' | 'familyName' | 'familyRelation' | 'familyPhone', string>;
}

/** A paper that was found after registering. */
export interface StatusPapersPage {
  form: FormView;
  values: Record<PaperField, string>;
  /** What was told before: it is not asked again. */
  told: readonly PaperField[];
}

export type PaperField = (typeof STEP_FIELDS)['papers'][number];

/** The wish to be erased: how far it has come, or that there is none. */
export interface StatusErasurePage {
  form: FormView;
  erasure: ErasureResponse | null;
  /** Whether there is help that ends, and perhaps an appointment: not where the person withdrew or their case is closed. */
  open: boolean;
}

/** The inputs of how, when and where somebody is reached. */
export type ContactField = (typeof STEP_FIELDS)['contact' | 'hours'][number] | 'whereNow' | 'travelTime';

export interface StatusContactPage {
  form: FormView;
  values: Record<ContactField, string>;
}

/** Whether the person vouches for somebody. One question at a time; of whom, they know. */
export interface StatusVouchingPage {
  form: FormView;
  /** Null where nothing is asked now. */
  askedAt: string | null;
  /** Somebody else handed them their codes: they say yes at a counter. */
  atCounter: boolean;
  values: { reference: string };
  confirmed: readonly { id: string; askedAt: string }[];
}

/** What can be agreed to or not; the one without which there is no help is not asked again. */
export interface StatusConsentsPage {
  form: FormView;
  purposes: readonly ConsentPurpose[];
  agreed: readonly string[];
}

export interface WithdrawPage {
  form: FormView;
  reference: string;
}
