import { decide } from './decide.js';
import type { ScoredPair } from './scored-pair.js';

const bits: Record<string, number> = {};
const scored = (pairs: [a: number, b: number, bits: number][]): ScoredPair[] => {
  for (const key of Object.keys(bits)) delete bits[key];
  return pairs.map(([a, b, weight]) => {
    bits[`${a} ${b}`] = weight;
    return { a, b, bits: weight, probability: 1 / (1 + 2 ** -weight) };
  });
};
const bitsOf = (a: number, b: number) => bits[`${Math.min(a, b)} ${Math.max(a, b)}`] ?? -12;
const decided = (
  pairs: [number, number, number][],
  records: number,
  { families = false }: { families?: boolean } = {},
) =>
  decide(scored(pairs), records, {
    families,
    pair: bitsOf,
    together: (all) => Math.max(...all.map(([a, b]) => bitsOf(a, b))),
  });

describe('deciding on groups', () => {
  it('takes two for one person who are the same as a third, though little is known of both together', () => {
    const { automatic } = decided([[0, 1, 15], [1, 2, 15], [0, 2, -1]], 3); // prettier-ignore
    expect(automatic).toEqual([[0, 1], [0, 2], [1, 2]]); // prettier-ignore
  });

  it('never merges two groups by one link that the others contradict', () => {
    const { automatic } = decided([[0, 1, 15], [2, 3, 15], [1, 2, 12], [0, 2, -9], [0, 3, -9], [1, 3, -9]], 4); // prettier-ignore
    expect(automatic).toEqual([[0, 1], [2, 3]]); // prettier-ignore
  });

  it('binds a report to neither of two people of one family whom it fits alike', () => {
    const pairs: [number, number, number][] = [[0, 1, 12], [1, 2, 12], [0, 2, -20], [3, 4, 12]]; // prettier-ignore
    expect(decided(pairs, 5).automatic).toEqual([[0, 1], [3, 4]]); // prettier-ignore
    expect(decided(pairs, 5, { families: true }).automatic).toEqual([[3, 4]]);
  });

  it('binds what is less sure as long as, over all that is bound, three in a thousand are expected to be wrong', () => {
    const sure = Array.from({ length: 100 }, (_, n): [number, number, number] => [2 * n, 2 * n + 1, 20]);
    const { automatic } = decided([...sure, [200, 201, 5]], 202);
    expect(automatic).toHaveLength(101);
    expect(decided([...sure.slice(0, 5), [200, 201, 5]], 202).automatic).toHaveLength(5);
  });

  it('asks an officer once for two groups, and the likeliest first as long as there is time', () => {
    const pairs = Array.from({ length: 40 }, (_, n): [number, number, number] => [
      2 * n,
      2 * n + 1,
      1 + n / 20,
    ]);
    const { review } = decided(pairs, 80);
    expect(new Set(review.flat()).size).toBe(10);
    expect(review[0]).toEqual([78, 79]);
  });

  it('asks first what would bind most', () => {
    const { review } = decided([[0, 1, 15], [1, 2, 1], [0, 2, 1], [3, 4, 1.5]], 5); // prettier-ignore
    expect(review).toEqual([[0, 2], [3, 4]]); // prettier-ignore
  });
});
