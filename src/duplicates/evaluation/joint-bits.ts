import type { Weighing } from './scored-pair.js';

/** Two reports of one person, of which one says little, may well look this different. */
const HARMLESS = -4;

/**
 * How much speaks for two groups being one person: what is known of both together, less the pairs that contradict it.
 */
export function jointBits(one: number[], other: number[], { pair, together }: Weighing): number {
  const pairs = one.flatMap((a) => other.map((b): [number, number] => [a, b]));
  const weighed = pairs.map(([a, b]) => pair(a, b)).sort((x, y) => y - x);
  if (weighed.length === 1) return weighed[0]!;
  const against = weighed.slice(1).reduce((sum, bits) => sum + Math.min(0, bits - HARMLESS), 0);
  return together(pairs) + against;
}
