import { randomInt } from 'node:crypto';

/** Pairs of two different places among so many, by chance; none where there is only one. */
export function randomPairs(many: number, count: number): [number, number][] {
  if (many < 2) return [];
  return Array.from({ length: count }, () => {
    const first = randomInt(many);
    return [first, (first + 1 + randomInt(many - 1)) % many];
  });
}
