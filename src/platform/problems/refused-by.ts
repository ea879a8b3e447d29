import { violatedConstraint } from '../database/violated-constraint.js';
import { type FieldFault, invalid, Problem } from './problem.js';

/** Constraints, and what it means that one is violated: the code of a conflict (409), or a field at fault (422). */
export type Refusals = Readonly<Record<string, string | FieldFault>>;

/** For a `catch`: what the database would not have, as the Problem that it is; anything else as it was thrown. */
export const refusedBy = (refusals: Refusals) => (error: unknown) => {
  throw refusalBy(refusals, error);
};

/** The problem that a violated constraint stands for; any other error as it is. */
export function refusalBy(refusals: Refusals, error: unknown): unknown {
  const refusal = refusals[violatedConstraint(error) ?? ''];
  if (refusal === undefined) return error;
  return typeof refusal === 'string' ? new Problem('conflict', refusal) : invalid(refusal);
}
