import type { ScoredPair } from './scored-pair.js';

/** Below this an officer would mostly look in vain. */
const REVIEW_FROM = 0.5;
/** The share of the records that officers have time for; of a small file, so many in any case. */
const MOST_REVIEWED = 0.02;
const ALWAYS_REVIEWED = 10;

/** Which pairs are shown to an officer: the likeliest first, as long as there is time. */
export function worthReviewing(sorted: ScoredPair[], records: number): [number, number][] {
  const most = Math.max(ALWAYS_REVIEWED, Math.floor(MOST_REVIEWED * records));
  const shown = new Set<number>();
  const review: [number, number][] = [];
  for (const { a, b, probability } of sorted) {
    const more = Number(!shown.has(a)) + Number(!shown.has(b));
    if (probability < REVIEW_FROM || shown.size + more > most) continue;
    shown.add(a).add(b);
    review.push([a, b]);
  }
  return review;
}
