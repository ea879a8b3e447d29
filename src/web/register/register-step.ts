import type { FormView } from '../forms/form.view.js';
import type { Answers } from './answers.js';

/**
 * The questions in the order they are asked, each with its inputs: safety first, so that help can start before the rest
 * is told. `post` is asked only where there are several.
 */
export const STEP_FIELDS = {
  post: ['post'],
  safety: ['safe', 'needs'],
  name: ['fullName'],
  birth: ['day', 'month', 'year', 'sex'],
  papers: ['passportNumber', 'nationalId', 'passportMrz'],
  contact: ['method', 'phone', 'email', 'safeHours', 'language'],
  place: ['whereNow'],
  held: ['whereHeld'],
  origin: ['homeProvince'],
  consent: ['consents'],
  check: [],
} as const satisfies Record<string, readonly (keyof Answers)[]>;

export type RegisterStep = keyof typeof STEP_FIELDS;
export type Question = Exclude<RegisterStep, 'check'>;

const ALL = Object.keys(STEP_FIELDS) as RegisterStep[];

export const isStep = (text: string): text is RegisterStep => Object.hasOwn(STEP_FIELDS, text);

/** The steps that a person goes through. @param posts how many there are to choose from */
export const stepsWith = (posts: number): readonly RegisterStep[] =>
  posts > 1 ? ALL : ALL.filter((step) => step !== 'post');

/**
 * The form of one step. Besides the answers it may send `go=<step>`: show that step, keep what is typed and check
 * nothing (the way back, *Change* on the last page, and another language).
 */
export interface StepForm extends FormView {
  step: RegisterStep;
  previous: RegisterStep | null;
  /** From 1. */
  number: number;
  of: number;
}

export function stepForm(step: RegisterStep, steps: readonly RegisterStep[], form: FormView): StepForm {
  const index = steps.indexOf(step);
  return { ...form, step, previous: steps[index - 1] ?? null, number: index + 1, of: steps.length };
}
