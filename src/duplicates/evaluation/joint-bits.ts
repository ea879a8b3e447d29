import { MOST_FOR_TWINS } from '../matching/weights/twins.js';
import type { Weighing } from './scored-pair.js';

/** Pairs of one person rest on much the same evidence: each further one counts only so much. */
const FURTHER = 0.2;
const MOST_FURTHER = 1;
/** Two sparse reports of one person may well look this different. */
const HARMLESS = -1.5;

/**
 * How much speaks for two groups being one person: what is known of both together, less the pairs that contradict it,
 * and some of those that agree. A pair that may be twins holds its groups apart, whatever the others say.
 */
export function jointBits(one: number[], other: number[], { pair, together }: Weighing): number {
  const pairs = one.flatMap((a) => other.map((b): [number, number] => [a, b]));
  const weighed = pairs.map(([a, b]) => pair(a, b)).sort((x, y) => y.bits - x.bits);
  if (weighed.length === 1) return weighed[0]!.bits;
  let [further, against] = [0, 0];
  for (const { bits } of weighed.slice(1)) {
    further += Math.max(0, bits);
    against += Math.min(0, bits - HARMLESS);
  }
  const joint = together(pairs) + Math.min(MOST_FURTHER, FURTHER * further) + against;
  return weighed.some(({ held }) => held) ? Math.min(joint, MOST_FOR_TWINS) : joint;
}
