import type { ScoredPair } from './decide.js';

/** Two files that each have a person once: a record is paired with its best partner alone, the surest pairs first. */
export function oneToOne(scored: ScoredPair[]): ScoredPair[] {
  const taken = new Set<number>();
  const best: ScoredPair[] = [];
  for (const pair of [...scored].sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)) {
    if (taken.has(pair.a) || taken.has(pair.b)) continue;
    taken.add(pair.a).add(pair.b);
    best.push(pair);
  }
  return best;
}
