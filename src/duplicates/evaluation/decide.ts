import { oneToOne } from './one-to-one.js';
import { mergeGroups } from './merge-groups.js';

export interface ScoredPair {
  a: number;
  b: number;
  bits: number;
  probability: number;
}

export interface Decisions {
  automatic: [number, number][];
  review: [number, number][];
  /** From which probability on pairs were taken to be the same. */
  threshold: number;
}

/** Among all pairs that are proposed as the same, so many may be expected to be wrong. */
const EXPECTED_WRONG = 0.0007;
const REVIEW_FROM = 0.5;
const LEAST_AUTOMATIC = 0.9;

/** What would be proposed and what shown to an officer. */
export function decide(scored: ScoredPair[], records: number, secondFrom?: number): Decisions {
  const link = secondFrom !== undefined;
  const possible = (link ? oneToOne(scored, Math.min(secondFrom, records - secondFrom)) : scored).filter(
    ({ probability }) => probability >= 0.01,
  );
  possible.sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
  const threshold = automaticThreshold(possible);
  const automatic = possible.filter(({ probability }) => probability >= threshold);
  const review = possible.filter(({ probability }) => probability < threshold && probability >= REVIEW_FROM);
  if (link) return { automatic: automatic.map(asPair), review: review.map(asPair), threshold };
  return { ...mergeGroups(automatic, review, records), threshold };
}

const asPair = ({ a, b }: ScoredPair): [number, number] => [a, b];

/** The lowest probability at which the pairs above it are still expected to be right so often. */
function automaticThreshold(sorted: ScoredPair[]): number {
  let wrong = 0;
  let threshold = 1;
  sorted.forEach(({ probability }, index) => {
    wrong += 1 - probability;
    if (probability >= LEAST_AUTOMATIC && wrong / (index + 1) <= EXPECTED_WRONG) threshold = probability;
  });
  return threshold;
}
