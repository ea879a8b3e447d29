import type { ProblemKind } from './problem.js';

/** The one table from kinds of problems to HTTP status codes (RFC 9110, RFC 6585). */
export const PROBLEM_STATUS: Record<ProblemKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  invalid: 422,
  'precondition-missing': 428,
  'too-many': 429,
  unavailable: 503,
};
