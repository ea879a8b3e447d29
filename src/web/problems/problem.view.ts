import type { FieldError } from '../forms/form.view.js';

/** An error as a page. The words are `problem.<code>.title` and `problem.<code>.detail`. */
export interface ProblemPage {
  code: string;
  status: number;
  /** Seconds to wait before trying again, for 429 and 503. */
  retryAfter: number | null;
  errors: readonly FieldError[];
  /** To quote when asking for help; says nothing about the person. */
  requestId: string | null;
}
