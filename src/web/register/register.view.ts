import type { ReceiptView } from '../receipt/receipt.view.js';
import type { Answers } from './answers.js';
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
export type CheckPage = QuestionPage;

/** The end: shown once, because the access code is shown once. */
export interface DonePage {
  receipt: ReceiptView;
}
