import type { FormView } from '../forms/form.view.js';
import type { TicketPlace } from '../status/status.view.js';

/** All that a kiosk needs to register somebody without a network, in one language. */
export interface KioskStartPage {
  /** Code of the post that the kiosk stands in. */
  post: string;
  /** What registrations are sealed to; base64url. */
  serviceKey: string;
  /** The link of a receipt's QR code, up to the secret. */
  accessLink: string;
  /**
   * Every question as a page of its own without a frame, in order; companions are not asked what is `carried`, and what is
   * not `asked` of anybody stands in the last look to be changed.
   */
  questions: readonly { step: string; asked: boolean; carried: boolean; html: string }[];
  /** What can be wrong with an answer, in words, by `code` or `code.field`; as JSON. */
  faultWords: string;
}

export interface KioskCheckInPage {
  form: FormView;
  values: { reference: string };
}

export interface KioskTicketPage {
  ticket: TicketPlace;
  /** Printed, not shown: who comes back with the paper alone is found by it. */
  reference: string;
  /** When they came, ISO 8601 with offset. */
  at: string;
}

/** The person has come at another time than theirs: a problem that names day and time. */
export interface KioskAnotherTimePage {
  code: string;
  params: Readonly<Record<string, string | number>>;
  /** Printed, not shown. */
  reference: string;
}
