import type { FormView } from '../forms/form.view.js';

/** The questions in the order they are asked: safety first, so that help can start before the rest is told. */
export const REGISTER_STEPS = [
  'safety',
  'name',
  'birth',
  'papers',
  'contact',
  'place',
  'held',
  'origin',
  'consent',
  'check',
] as const;
export type RegisterStep = (typeof REGISTER_STEPS)[number];

/**
 * The form of one step. Besides the answers it may send `go=<step>`: show that step, keep what is known and check
 * nothing (the way back, and *Change* on the last page).
 */
export interface StepForm extends FormView {
  step: RegisterStep;
  previous: RegisterStep | null;
  /** From 1. */
  number: number;
  of: number;
}

export function stepForm(step: RegisterStep, form: FormView): StepForm {
  const index = REGISTER_STEPS.indexOf(step);
  return {
    ...form,
    step,
    previous: REGISTER_STEPS[index - 1] ?? null,
    number: index + 1,
    of: REGISTER_STEPS.length,
  };
}
