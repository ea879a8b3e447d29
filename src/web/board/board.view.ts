/** One number on the board. Never a name: a hall can be watched. */
export interface BoardCall {
  number: string;
  counter: string;
}

export interface BoardPage {
  /** Last called first. */
  calls: readonly BoardCall[];
  /** ISO 8601 with offset. */
  asOf: string;
}
