export interface ScoredPair {
  a: number;
  b: number;
  bits: number;
  probability: number;
}

/** Weighs any pair, also one that shares no key, and all that is known of several pairs together. */
export interface Weighing {
  pair: (a: number, b: number) => number;
  /** Whether people of one family are among the records, who are so alike that one report may fit two of them. */
  families: boolean;
  together: (pairs: [a: number, b: number][]) => number;
}
