import type { Spread } from './noise.js';

/** After so many days a day counts half. */
const HALF_LIFE = 4;
const UNKNOWN_VARIATION = 0.5;
const ENOUGH_DAYS = 3;

export interface LearnedArrivals {
  perDay: number;
  /** Variance of a day's people over their mean: 1 where they come by chance alone. */
  dispersion: number;
  spread: Spread;
  /** Whether there were days enough to see how much it varies. */
  known: boolean;
}

/**
 * People a day, with the latest days counting most.
 * @param counts of whole days, oldest first, from the first day of the post on, no day left out
 */
export function learnArrivals(counts: readonly number[]): LearnedArrivals {
  const weights = counts.map((_, at) => 0.5 ** ((counts.length - 1 - at) / HALF_LIFE));
  const total = sum(weights);
  const perDay = total > 0 ? sum(counts.map((count, at) => count * weights[at]!)) / total : 0;
  const known = counts.length >= ENOUGH_DAYS && perDay > 0;
  if (!known)
    return { perDay, dispersion: 1, spread: { level: UNKNOWN_VARIATION, daily: UNKNOWN_VARIATION }, known };
  const variance = sum(counts.map((count, at) => weights[at]! * (count - perDay) ** 2)) / total;
  const daily = Math.min(Math.sqrt(Math.max(variance, perDay)) / perDay, 1.5);
  const days = total ** 2 / sum(weights.map((weight) => weight ** 2));
  return {
    perDay,
    dispersion: Math.max(variance / perDay, 1),
    spread: { daily, level: Math.max(daily / Math.sqrt(days), 0.05) },
    known,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
