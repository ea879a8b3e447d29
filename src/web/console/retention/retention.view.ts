import type { RetentionEffectResponse } from '../../../registrations/retention/retention.dto.js';
import type { KeptFor } from '../../../registrations/retention/retention-periods.js';
import type { FieldError, FormView } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

/** How long each kind of data is kept, and what other periods would do before they hold. */
export interface RetentionPage {
  items: readonly KeptFor[];
  changedAt: string | null;
  /** Tries periods out. */
  form: FormView;
  values: Record<'caseDays' | 'messageDays', string>;
  /** What was tried out, to be confirmed; holds for what stands in `values`. */
  effect: (RetentionEffectResponse & { confirm: FormView }) | null;
  /** Of whoever works for several: which post this is, and the others. */
  posts: readonly { id: string; name: string; current: boolean }[];
  errors: readonly FieldError[];
  refused: Refusal | null;
  done: boolean;
}
