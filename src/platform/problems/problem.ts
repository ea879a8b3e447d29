/** What kind of trouble it is. The edge turns it into a status; see `problem-status.ts`. */
export type ProblemKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition-missing'
  | 'too-large'
  | 'unsupported'
  | 'invalid'
  | 'too-many'
  | 'unavailable';

/** One faulty field: where (JSON pointer, RFC 6901) and what, as a code with a translation `field.<code>`. */
export interface FieldFault {
  pointer: string;
  code: string;
  params?: Record<string, string | number>;
}

export interface ProblemOptions {
  errors?: readonly FieldFault[];
  /** Filled into the translated text. Never personal data. */
  params?: Record<string, string | number>;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
}

/**
 * An expected failure, thrown by services and told to the caller as RFC 9457 `application/problem+json` with the texts
 * `problem.<code>.title` and `problem.<code>.detail` of the caller's language. Knows no HTTP.
 */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly code: string,
    readonly options: ProblemOptions = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** Something that does not exist or that the caller may not know to exist. */
export const notFound = () => new Problem('not-found', 'not-found');

/** Input of the right shape with a wrong meaning. */
export const invalid = (...errors: FieldFault[]) => new Problem('invalid', 'invalid-input', { errors });
