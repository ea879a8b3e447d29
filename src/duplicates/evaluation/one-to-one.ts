import type { ScoredPair } from './scored-pair.js';

const ROUNDS = 5;
/** However many seem to have a partner, so many have none. */
const LEAST_ALONE = 0.01;

/**
 * Two files that each have a person once: a record is paired with its best partner alone, the surest pairs first. A
 * pair competes with the other pairs of its two records and with the chance that a record has no partner, which is
 * estimated from the pairs themselves.
 */
export function oneToOne(scored: ScoredPair[], smallerFile: number): ScoredPair[] {
  const odds = new Map<number, number>();
  for (const { a, b, bits } of scored)
    for (const record of [a, b]) odds.set(record, (odds.get(record) ?? 0) + 2 ** bits);
  let alone = 0.5;
  let pairs = scored;
  for (let round = 0; round < ROUNDS; round++) {
    pairs = scored.map((pair) => {
      const competing = Math.max(odds.get(pair.a) ?? 0, odds.get(pair.b) ?? 0);
      return { ...pair, probability: 2 ** pair.bits / (competing + alone) };
    });
    const matched = pairs.reduce((sum, { probability }) => sum + probability, 0);
    alone = Math.min(1, Math.max(LEAST_ALONE, 1 - matched / smallerFile));
  }
  return bestPartners(pairs);
}

function bestPartners(pairs: ScoredPair[]): ScoredPair[] {
  const taken = new Set<number>();
  const best: ScoredPair[] = [];
  for (const pair of pairs.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)) {
    if (taken.has(pair.a) || taken.has(pair.b)) continue;
    taken.add(pair.a).add(pair.b);
    best.push(pair);
  }
  return best;
}
