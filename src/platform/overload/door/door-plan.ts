import type { BusyWords } from '../busy-answer.js';

export interface Listening {
  port: number;
  host: string;
  /** So many connections wait to be taken up; the system may allow fewer. */
  backlog: number;
}

/** What the thread at the door is given. */
export interface DoorPlan {
  listen: Listening;
  /** The path at which the service listens. */
  service: string;
  /** So long a connection is kept on which nothing is heard. */
  patienceMs: number;
  /** Requests that are worked on at once, and the count of them. */
  most: number;
  counts: SharedArrayBuffer;
  /** The ledger of connections. */
  rows: SharedArrayBuffer;
  words: BusyWords;
}
