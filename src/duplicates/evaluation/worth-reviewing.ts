import { timeForReview } from '../matching/time-for-review.js';
import type { ScoredPair } from './scored-pair.js';

/** Below this an officer would mostly look in vain. */
const REVIEW_FROM = 0.5;

/** Which pairs are shown to an officer: the likeliest first, as long as there is time. */
export function worthReviewing(sorted: ScoredPair[], records: number): [number, number][] {
  const worth = sorted.filter(({ probability }) => probability >= REVIEW_FROM);
  return timeForReview(worth, records).now.map(({ a, b }) => [a, b]);
}
