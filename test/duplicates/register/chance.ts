import { numbersBelow } from '../../../src/duplicates/evaluation/random-pairs.js';

/** Chance that is the same each time for the same seed. */
export interface Chance {
  below(limit: number): number;
  /** True so often, from 0 to 1. */
  often(share: number): boolean;
  oneOf<T>(values: readonly T[]): T;
  /** As `oneOf`, but the first of the list much more often than the last. */
  commonOf<T>(values: readonly T[]): T;
}

export function chance(seed: number): Chance {
  const below = numbersBelow(seed * 7919 + 13);
  for (let warm = 0; warm < 20; warm++) below(10);
  const share = () => below(1_000_003) / 1_000_003;
  return {
    below,
    often: (part) => share() < part,
    oneOf: (values) => values[below(values.length)]!,
    commonOf: (values) => values[Math.floor(values.length * share() ** 1.7)]!,
  };
}
