export interface ScoredPair {
  a: number;
  b: number;
  bits: number;
  probability: number;
}

/** Bits of any pair, also of one that shares no key. */
export type BitsOf = (a: number, b: number) => number;
