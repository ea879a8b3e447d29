import type { FormView } from '../forms/form.view.js';
import type { AppointmentTime, BringItem } from '../receipt/receipt.view.js';
import type { ContactAnswers } from '../register/answers.js';
import type { NextStep, StageMark } from './journey.js';

/** Reference and access code, typed. The code is never sent back to the page. */
export interface StatusSignInPage {
  form: FormView;
  values: { reference: string };
}

export interface TicketPlace {
  number: string;
  state: 'waiting' | 'called' | 'serving' | 'parked' | 'missed';
  /** Null until called. */
  counter: string | null;
  ahead: number;
  /** Expected wait in minutes, or null where nobody can say. */
  expectedMinutes: number | null;
}

export interface StatusPage {
  reference: string;
  next: NextStep;
  stages: readonly StageMark[];
  appointment: AppointmentTime | null;
  ticket: TicketPlace | null;
  bring: readonly BringItem[];
  may: { changeContact: boolean; withdraw: boolean };
  /** When this was true, ISO 8601 with offset. */
  asOf: string;
}

export interface StatusContactPage {
  form: FormView;
  values: ContactAnswers;
}

export interface WithdrawPage {
  form: FormView;
  reference: string;
}
