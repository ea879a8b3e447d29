import { randomNumbers } from '../../rehearsal/random-numbers.js';
import { quantile } from '../../rehearsal/figures.js';

/** How much slower one kind of time is than another, and what of that chance alone may have made. */
export interface Growth {
  growth: number;
  /** Nine in ten such measurements would say something between these two. */
  between: [number, number];
}

const RESAMPLES = 400;

/**
 * A percentile over all blocks of one kind against the same over all of another. Chance is told by drawing blocks anew, with
 * replacement (bootstrap by blocks): what disturbs one registration disturbs those beside it, which are not drawn one by one.
 */
export function growthOf(calm: readonly number[][], busy: readonly number[][], share: number): Growth {
  const random = randomNumbers(1);
  const anew = (blocks: readonly number[][]): number[] =>
    blocks.flatMap(() => blocks[Math.floor(random() * blocks.length)] ?? []);
  const drawn = Array.from(
    { length: RESAMPLES },
    () => quantile(anew(busy), share) / quantile(anew(calm), share),
  );
  return {
    growth: quantile(busy.flat(), share) / quantile(calm.flat(), share),
    between: [quantile(drawn, 0.05), quantile(drawn, 0.95)],
  };
}
