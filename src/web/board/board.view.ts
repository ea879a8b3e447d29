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

/** Data of the server-sent event `calls`; `chime` is true where a number is new or called again. */
export interface BoardEvent extends BoardPage {
  chime: boolean;
}
