import type {
  BulkFaultResponse,
  BulkIntakeResponse,
  BulkRowResponse,
} from '../../../registrations/bulk/bulk-intakes.dto.js';
import type { FieldError } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

/** Lists of people that were sent, and the form to send one. */
export interface ListsPage {
  lists: readonly BulkIntakeResponse[];
  next: string | null;
  source: string;
  /** Of this copy of the form: sent twice, it is one list. */
  formKey: string;
  errors: readonly FieldError[];
}

/** One list: what would be registered, what is wrong, how far it is. */
export interface ListPage {
  list: BulkIntakeResponse;
  /** Of a hundred. */
  percent: number;
  faults: readonly BulkFaultResponse[];
  moreFaults: string | null;
  rows: readonly BulkRowResponse[];
  refused: Refusal | null;
}

export const percentDone = ({ registered, valid }: BulkIntakeResponse): number =>
  valid === 0 ? 100 : Math.floor((100 * registered) / valid);
