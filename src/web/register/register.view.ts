import type { FormView } from '../forms/form.view.js';
import type { NamedReceipt, ReceiptView } from '../receipt/receipt.view.js';
import type { Answers } from './answers.js';
import type { Born } from './born.js';
import type { StepForm } from './register-step.js';

/** One question of the registration with what was answered so far. */
export interface QuestionPage {
  form: StepForm;
  values: Answers;
}

export interface PostPage extends QuestionPage {
  posts: readonly { code: string; name: string }[];
}

/** Everything once more, before it is sent. */
export interface CheckPage extends QuestionPage {
  /** The others who register together with this person. */
  people: readonly { id: string; fullName: string; companion: string }[];
  /** Whether whom they are with was asked, and who of the others it can be. */
  child: boolean;
  adults: readonly { id: string; fullName: string }[];
  born: Born;
}

/** Whom a child is with: one of the adults who register here, or somebody else, or nobody. */
export interface GuardianPage extends QuestionPage {
  adults: readonly { id: string; fullName: string }[];
}

/** The codes of a draft to come back to; shown once. */
export interface SavedPage {
  kept: { reference: string; accessCode: string; expiresAt: string };
  /** Whether something newer stands under the codes that it had before, and these are others. */
  apart: boolean;
}

export interface ReturnPage {
  form: FormView;
  values: { reference: string };
}

/** The end: shown once, because the access code is shown once. */
export interface DonePage {
  receipt: ReceiptView;
  /** Of everybody who registered together, where somebody did; the first is that of whoever began. */
  group: readonly NamedReceipt[];
  /** Whether the receipts to print know the codes too: not where the browser keeps nothing. */
  kept: boolean;
}
