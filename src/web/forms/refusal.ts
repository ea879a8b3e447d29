import type { MessageParams } from '../../platform/i18n/translator.js';
import { PROBLEM_STATUS } from '../../platform/problems/problem-status.js';
import { Problem, type ProblemKind } from '../../platform/problems/problem.js';
import { fieldErrors, type FieldPlaces } from './check-form.js';
import type { FieldError } from './form.view.js';

/** Why an act was not done, shown on the page it was asked from: `problem.<code>.title` and `.detail`. */
export interface Refusal {
  code: string;
  params: MessageParams;
  status: number;
}

/** What the page itself can answer; everything else is a page of its own. */
const ANSWERED: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['conflict', 'stale', 'invalid']);

/** The refusal that a stage threw. Anything else is thrown again. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Problem) || !ANSWERED.has(error.kind)) throw error;
  const { code, kind, options } = error;
  return { code, params: options.params ?? {}, status: PROBLEM_STATUS[kind] };
}

/** What a page with a form shows of the same: each fault beside its input, or else why. */
export function answerTo(
  error: unknown,
  places?: FieldPlaces,
): { errors: FieldError[]; refused: Refusal | null } {
  const refused = refusalOf(error);
  const errors = fieldErrors((error as Problem).options.errors ?? [], places);
  return errors.length > 0 ? { errors, refused: null } : { errors, refused };
}
