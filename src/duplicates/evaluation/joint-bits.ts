import { MOST_FOR_TWINS } from '../matching/weights/twins.js';
import type { Weighing } from './scored-pair.js';

/** Two sparse reports of one person may well look this different. */
const HARMLESS = -1.5;

/**
 * How much speaks for two groups being one person: what is known of both together, less the pairs that contradict it.
 * A pair that may be twins holds its groups apart, whatever the others say.
 */
export function jointBits(one: number[], other: number[], { pair, together }: Weighing): number {
  const pairs = one.flatMap((a) => other.map((b): [number, number] => [a, b]));
  const weighed = pairs.map(([a, b]) => pair(a, b)).sort((x, y) => y.bits - x.bits);
  if (weighed.length === 1) return weighed[0]!.bits;
  const against = weighed.slice(1).reduce((sum, { bits }) => sum + Math.min(0, bits - HARMLESS), 0);
  const joint = together(pairs) + against;
  return weighed.some(({ held }) => held) ? Math.min(joint, MOST_FOR_TWINS) : joint;
}
