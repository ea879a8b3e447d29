import fc from 'fast-check';
import { isBeyondDoubt, type WaitingPair, worklistItems } from './worklist-items.js';

const pair = (firstId: string, secondId: string, weight: number): WaitingPair => ({
  id: `${firstId}${secondId}`,
  firstId,
  secondId,
  weight,
  proposal: weight >= 700 ? 'same' : 'review',
});
const ids = (items: readonly (readonly WaitingPair[])[]) => items.map((item) => item.map(({ id }) => id));
const sorted = (pairs: WaitingPair[]) =>
  pairs.toSorted((x, y) => y.weight - x.weight || (x.id < y.id ? -1 : 1));

describe('the worklist', () => {
  it('makes one item of whoever reported several times, the surest first', () => {
    const pairs = [pair('a', 'b', 2000), pair('d', 'e', 1500), pair('b', 'c', 900), pair('a', 'c', 300)];
    expect(ids(worklistItems(pairs, 100).now)).toEqual([['ab', 'bc', 'ac'], ['de']]);
  });

  it('keeps apart two people whom only a weak link binds', () => {
    const pairs = [pair('a', 'b', 2000), pair('c', 'd', 1500), pair('b', 'c', 300)];
    expect(ids(worklistItems(pairs, 100).now)).toEqual([['ab'], ['cd'], ['bc']]);
  });

  it('shows of what has to be looked at two of a hundred records, and lets the least sure wait', () => {
    const pairs = Array.from({ length: 20 }, (_, n) => pair(`a${n}`, `b${n}`, 600 - n));
    const { now, later } = worklistItems([pair('x', 'y', 1000), ...pairs], 800);
    expect(now).toHaveLength(1 + 8);
    expect(later).toHaveLength(12);
    expect(ids(worklistItems(pairs, 50).now)).toHaveLength(5);
  });

  it('never loses a pair and never shows one twice', () => {
    const name = fc.integer({ min: 0, max: 15 }).map((n) => `p${String(n).padStart(2, '0')}`);
    const weighed = fc.tuple(name, name, fc.integer({ min: 0, max: 1500 })).filter(([x, y]) => x < y);
    fc.assert(
      fc.property(fc.array(weighed), (some) => {
        const pairs = sorted([...new Map(some.map((one) => [`${one[0]}${one[1]}`, pair(...one)])).values()]);
        const { now, later } = worklistItems(pairs, 0);
        expect(sorted([...now, ...later].flat())).toEqual(pairs);
        expect(later.flat().every(({ proposal }) => proposal === 'review')).toBe(true);
      }),
    );
  });
});

describe('several reports', () => {
  it('are beyond doubt one person where each is surely the same as each other', () => {
    const three = [pair('a', 'b', 2000), pair('b', 'c', 900), pair('a', 'c', 800)];
    expect(isBeyondDoubt(three)).toBe(true);
    expect(isBeyondDoubt(three.slice(1))).toBe(false);
    expect(isBeyondDoubt([...three.slice(0, 2), pair('a', 'c', 600)])).toBe(false);
  });
});
