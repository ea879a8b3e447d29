import type { DuressNote } from '../../../registrations/duress/duress-codes.js';
import type { DuressFlagResponse } from '../../../registrations/duress/duress-flags.dto.js';
import type { FieldError } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

/** Registrations that were opened with their help word: those that nobody has taken up, or the others. */
export interface DuressPage {
  state: 'open' | 'acknowledged';
  flags: readonly (DuressFlagResponse & { takenUpBy: string | null })[];
  notes: readonly DuressNote[];
  next: string | null;
  errors: readonly FieldError[];
  refused: Refusal | null;
  done: boolean;
  asOf: string;
}
