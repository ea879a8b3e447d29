/** A problem as a page, in the reader's words (platform/problems/problem-document.ts). */
export interface ProblemPage {
  title: string;
  detail: string;
  /** What is wrong with single answers, where no form could show it. */
  faults: readonly string[];
  /** Seconds to wait before trying again, for 429 and 503. */
  retryAfter: number | null;
  /** To quote when asking for help; says nothing about the person. */
  requestId: string | null;
  /** The page of the form that was refused, where one was sent. */
  back: string | null;
}
