import { oneToOne } from './one-to-one.js';
import { Groups } from './merge-groups.js';
import type { ScoredPair, Weighing } from './scored-pair.js';
import { worthReviewing } from './worth-reviewing.js';

export interface Decisions {
  automatic: [number, number][];
  review: [number, number][];
}

/** Among all pairs that are proposed as the same, so many may be expected to be wrong. */
const EXPECTED_WRONG = 0.003;
const LEAST_AUTOMATIC = 0.9;
const LEAST_POSSIBLE = 0.01;

/**
 * What would be proposed and what shown to an officer: first what would bind most pairs, as far as that is likely. Across
 * two files each record has one partner.
 */
export function decide(
  scored: ScoredPair[],
  records: number,
  weighing: Weighing,
  secondFrom?: number,
): Decisions {
  if (secondFrom !== undefined) return decideAcross(scored, records, secondFrom);
  const possible = likeliestFirst(scored);
  const groups = new Groups(records, weighing);
  groups.mergeSurely(possible, LEAST_AUTOMATIC, EXPECTED_WRONG);
  const open = groups
    .open(possible)
    .map(({ pair, bits, pairs }) => ({ ...pair, probability: 1 / (1 + 2 ** -bits), pairs }))
    .sort((x, y) => y.probability * y.pairs - x.probability * x.pairs);
  return { automatic: groups.pairs(), review: worthReviewing(open, records) };
}

function decideAcross(scored: ScoredPair[], records: number, secondFrom: number): Decisions {
  const possible = likeliestFirst(oneToOne(scored, Math.min(secondFrom, records - secondFrom)));
  const threshold = automaticThreshold(possible);
  const review = possible.filter(({ probability }) => probability < threshold);
  return {
    automatic: possible.filter(({ probability }) => probability >= threshold).map(({ a, b }) => [a, b]),
    review: worthReviewing(review, records),
  };
}

const likeliestFirst = (pairs: ScoredPair[]) =>
  pairs
    .filter(({ probability }) => probability >= LEAST_POSSIBLE)
    .sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);

/** The lowest probability at which the pairs above it are still expected to be right so often. */
function automaticThreshold(sorted: ScoredPair[]): number {
  let wrong = 0;
  let threshold = 1 - 1e-9;
  sorted.forEach(({ probability }, index) => {
    wrong += 1 - probability;
    if (probability >= LEAST_AUTOMATIC && wrong / (index + 1) <= EXPECTED_WRONG)
      threshold = Math.min(threshold, probability);
  });
  return threshold;
}
