import fc from 'fast-check';
import { countsOf } from './figures.js';
import { type DayFigures, SMALLEST_SHOWN, withholdSmall } from './withholding.js';

const daysOf = (counts: readonly number[]): DayFigures[] =>
  counts.map((count, index) => {
    const total = counts.slice(0, index + 1).reduce((sum, n) => sum + n, 0);
    return { day: `day ${index}`, ofTheDay: countsOf(() => count), cumulative: countsOf(() => total) };
  });

const shownOf = (counts: readonly number[]) =>
  withholdSmall(daysOf(counts)).map(({ ofTheDay, cumulative }) => [
    ofTheDay.registered,
    cumulative.registered,
  ]);

const series = fc.array(fc.oneof(fc.nat(6), fc.nat(300)), { maxLength: 12 });

/** Every series of up to `most` a day that shows exactly the same. */
const explanations = (counts: readonly number[], most: number): number[][] => {
  const wanted = JSON.stringify(shownOf(counts));
  let candidates: number[][] = [[]];
  for (let day = 0; day < counts.length; day++) {
    const prefix = JSON.stringify(JSON.parse(wanted).slice(0, day + 1));
    candidates = candidates
      .flatMap((sofar) => Array.from({ length: most + 1 }, (_, n) => [...sofar, n]))
      .filter((candidate) => JSON.stringify(shownOf(candidate)) === prefix);
  }
  return candidates;
};

describe('withholding of small counts', () => {
  it.each([
    [
      [0, 12],
      [
        [0, 0],
        [12, 12],
      ],
    ],
    [[3], [[null, null]]],
    [
      [12, 3, 20, 7],
      [
        [12, 12],
        [null, null],
        [null, 35],
        [7, 42],
      ],
    ],
    [
      [12, 3, 0, 1, 1, 9],
      [
        [12, 12],
        [null, null],
        [null, null],
        [null, null],
        [null, 17],
        [9, 26],
      ],
    ],
  ])('%j', (counts, shown) => expect(shownOf(counts)).toEqual(shown));

  it('never shows 1 to 4, and never a number that is not true', () => {
    fc.assert(
      fc.property(series, (counts) => {
        shownOf(counts).forEach(([ofTheDay, cumulative], index) => {
          expect(ofTheDay === null || ofTheDay === 0 || ofTheDay! >= SMALLEST_SHOWN).toBe(true);
          expect(cumulative === null || cumulative === daysOf(counts)[index]!.cumulative.registered).toBe(
            true,
          );
          expect(cumulative === null || cumulative === 0 || cumulative! >= SMALLEST_SHOWN).toBe(true);
        });
      }),
    );
  });

  it('shows a day as it did before, whatever days come after', () => {
    fc.assert(
      fc.property(series, series, (before, after) => {
        expect(shownOf([...before, ...after]).slice(0, before.length)).toEqual(shownOf(before));
      }),
    );
  });

  it('leaves every withheld small count open: what is shown fits at least two values of it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }), (counts) => {
        const possible = explanations(counts, 11);
        counts.forEach((count, day) => {
          if (count < 1 || count >= SMALLEST_SHOWN) return;
          expect(new Set(possible.map((series) => series[day])).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 60 },
    );
  });
});
