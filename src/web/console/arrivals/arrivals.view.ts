import type { ArrivalResponse } from '../../../departures/arrivals/arrivals.dto.js';
import type { FieldError } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

/** Who is on the way home, for those who receive them. */
export interface ArrivalsPage {
  rows: readonly ArrivalRow[];
  /** Address of the page that follows, or null. */
  next: string | null;
  values: { from: string; to: string };
  /** The time that was typed for one of them, where it was refused. */
  said: { id: string; at: string };
  errors: readonly FieldError[];
  refused: Refusal | null;
  asOf: string;
}

export interface ArrivalRow extends ArrivalResponse {
  /** The reader may confirm now that the person is home. */
  mayConfirm: boolean;
  /** From when on the reader may, where that is still to come. */
  confirmFrom: string | null;
}
