import type { ReceiptView } from '../receipt/receipt.view.js';
import type { RegistrationAnswers, ConsentPurpose } from './answers.js';
import type { StepForm } from './register-step.js';

/** One question of the registration with what was answered so far. */
export interface QuestionPage<Step extends keyof RegistrationAnswers> {
  form: StepForm;
  values: RegistrationAnswers[Step];
}

export type SafetyPage = QuestionPage<'safety'>;
export type NamePage = QuestionPage<'name'>;
export type BirthPage = QuestionPage<'birth'>;
export type PapersPage = QuestionPage<'papers'>;
export type ContactPage = QuestionPage<'contact'>;
export type PlacePage = QuestionPage<'place'>;
export type HeldPage = QuestionPage<'held'>;
export type OriginPage = QuestionPage<'origin'>;

export interface ConsentPage extends QuestionPage<'consent'> {
  purposes: readonly { code: ConsentPurpose; required: boolean }[];
}

export interface CheckPage {
  form: StepForm;
  answers: RegistrationAnswers;
}

/** The end: shown once, because the access code is shown once. */
export interface DonePage {
  receipt: ReceiptView;
}
