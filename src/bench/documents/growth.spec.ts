import { randomNumbers } from '../../rehearsal/random-numbers.js';
import { growthOf } from './growth.js';

/** Blocks of a hundred answers, each between `from` and twice as long. */
const blocks = (count: number, from: number, seed: number): number[][] => {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => Array.from({ length: 100 }, () => from * (1 + random())));
};

describe('how much slower', () => {
  it('tells twice as long from as long', () => {
    const twice = growthOf(blocks(10, 10, 1), blocks(10, 20, 2), 0.99);
    expect(twice.growth).toBeCloseTo(2, 1);
    expect(twice.between[0]).toBeGreaterThan(1.8);
    const same = growthOf(blocks(10, 10, 3), blocks(10, 10, 4), 0.99);
    expect(same.between[0]).toBeLessThanOrEqual(1.02);
    expect(same.between[1]).toBeGreaterThanOrEqual(0.98);
  });

  it('says that one bad block among few may be chance', () => {
    const calm = blocks(6, 10, 5);
    const busy = [...blocks(5, 10, 6), ...blocks(1, 100, 7)];
    const { growth, between } = growthOf(calm, busy, 0.99);
    expect(growth).toBeGreaterThan(5);
    expect(between[0]).toBeLessThan(1.1);
    expect(between[1]).toBeGreaterThan(5);
  });
});
