import type { BitsOf } from './scored-pair.js';

/** Pairs of one person rest on much the same evidence: each further one counts only so much. */
const FURTHER = 0.2;
const MOST_FURTHER = 2;
/** Two sparse reports of one person may well look this different. */
const HARMLESS = -1.5;

/** How much speaks for two groups being one person: their best pair, less what contradicts it, and some of what agrees. */
export function jointBits(one: number[], other: number[], bitsOf: BitsOf): number {
  const bits = one.flatMap((a) => other.map((b) => bitsOf(a, b))).sort((x, y) => y - x);
  const both = one.length > 1 && other.length > 1;
  const best = both ? (bits[0]! + bits[1]!) / 2 : bits[0]!;
  let [further, against] = [0, 0];
  for (const value of bits.slice(both ? 2 : 1)) {
    further += Math.max(0, value);
    against += Math.min(0, value - HARMLESS);
  }
  return best + Math.min(MOST_FURTHER, FURTHER * further) + against;
}
