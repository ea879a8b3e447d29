import type {
  BatchResponse,
  BlankResponse,
  BlankStockResponse,
} from '../../../travel-documents/blanks/blanks.dto.js';
import type {
  DestructionResponse,
  ShiftCountResponse,
} from '../../../travel-documents/blanks/two-person.dto.js';
import type { FieldError } from '../../forms/form.view.js';
import type { FormBody } from '../../forms/check-form.js';
import type { Refusal } from '../../forms/refusal.js';

/** What can be done with blanks from their page; each is a form that posts to `paths.blanksAct(act)`. */
export const BLANK_ACTS = [
  'receive',
  'count-batch',
  'count-first',
  'count-second',
  'count-drop',
  'spoil',
  'steal',
  'destroy',
  'witness',
] as const;
export type BlankAct = (typeof BLANK_ACTS)[number];

/** The stock of blanks, what two people must do with it, and where each sheet went. */
export interface BlanksPage {
  stock: BlankStockResponse;
  /** Batches that wait for somebody else's count; `own` where it is the reader who took it in. */
  uncounted: readonly (BatchResponse & { own: boolean })[];
  batches: readonly (BatchResponse & { received: string; counted: string })[];
  /** A first count that waits for the second. */
  open: (ShiftCountResponse & { own: boolean; by: string }) | null;
  counts: readonly (ShiftCountResponse & { first: string; second: string })[];
  /** Spoiled or stolen, not destroyed. */
  spent: readonly BlankResponse[];
  /** Serials that could be laid out to be destroyed. */
  spoiled: readonly string[];
  laidOut: (DestructionResponse & { own: boolean; by: string }) | null;
  /** The reader may change the register. */
  may: { keep: boolean; steal: boolean };
  formKey: string;
  act: BlankAct | null;
  values: FormBody;
  errors: readonly FieldError[];
  refused: Refusal | null;
  done: BlankAct | null;
}
