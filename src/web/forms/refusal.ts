import type { MessageParams } from '../../platform/i18n/translator.js';
import { PROBLEM_STATUS } from '../../platform/problems/problem-status.js';
import { Problem, type ProblemKind } from '../../platform/problems/problem.js';

/** Why an act was not done, shown on the page it was asked from: `problem.<code>.title` and `.detail`. */
export interface Refusal {
  code: string;
  params: MessageParams;
  status: number;
}

/** What the page itself can answer; everything else is a page of its own. */
const ANSWERED: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['conflict', 'stale', 'invalid']);

/** The refusal that a stage threw. Anything else is thrown again. */
export function refusalOf(error: unknown): Refusal & { problem: Problem } {
  if (!(error instanceof Problem) || !ANSWERED.has(error.kind)) throw error;
  const { code, kind, options } = error;
  return { problem: error, code, params: options.params ?? {}, status: PROBLEM_STATUS[kind] };
}
