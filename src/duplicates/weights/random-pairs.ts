import { randomInt } from 'node:crypto';

/** Pairs of two different ones, by chance; none where there is only one. */
export function randomPairs<T>(all: readonly T[], count: number): [T, T][] {
  if (all.length < 2) return [];
  return Array.from({ length: count }, () => {
    const first = randomInt(all.length);
    const second = (first + 1 + randomInt(all.length - 1)) % all.length;
    return [all[first]!, all[second]!];
  });
}
