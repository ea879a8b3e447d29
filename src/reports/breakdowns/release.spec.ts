import fc from 'fast-check';
import { SMALLEST_SHOWN, withholdSmall } from '../figures/withholding.js';
import { countsOf } from '../figures/figures.js';
import { nextRelease, type Release, restOf } from './release.js';

type Groups = readonly number[];
const named = (counts: Groups) => Object.fromEntries(counts.map((count, i) => [`group ${i}`, count]));
const sum = (numbers: Groups) => numbers.reduce((all, n) => all + n, 0);

/** Whether the total up to each day is itself shown, and what is shown of it. */
function totalsOf(days: readonly Groups[]) {
  let cumulative = 0;
  return withholdSmall(
    days.map((counts, i) => {
      const ofTheDay = sum(counts);
      cumulative += ofTheDay;
      const all = cumulative;
      return { day: `day ${i}`, ofTheDay: countsOf(() => ofTheDay), cumulative: countsOf(() => all) };
    }),
  ).map(({ ofTheDay, cumulative }) => [ofTheDay.registered, cumulative.registered] as const);
}

/** Everything that somebody who asks each day is told: the totals, and of the groups whatever is released. */
class Telling {
  private constructor(
    readonly days: readonly Groups[],
    readonly releases: readonly Release[],
    readonly told: string,
  ) {}
  static readonly nothing = new Telling([], [], '');

  /** @param counts who comes, or is taken back, by group */
  with(counts: Groups): Telling {
    const days = [...this.days, counts];
    const [ofTheDay, cumulative] = totalsOf(days).at(-1)!;
    const until = counts.map((_, group) => sum(days.map((day) => day[group]!)));
    const next =
      cumulative === null
        ? undefined
        : nextRelease({ day: `day ${this.days.length}`, counts: named(until) }, this.releases, []);
    const told = next ? `${Object.values(next.shown).join()} and ${restOf(next)}` : '';
    return new Telling(
      days,
      next ? [...this.releases, next] : this.releases,
      `${this.told}${ofTheDay} ${cumulative} ${told}\n`,
    );
  }

  static of = (days: readonly Groups[]) =>
    days.reduce((telling: Telling, day) => telling.with(day), Telling.nothing);
}

const shownOf = (days: readonly Groups[]) =>
  Telling.of(days).releases.map((release) => [...Object.values(release.shown), restOf(release)]);
const daysOf = (groups: number, most: number, atLeast = 0) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: atLeast, max: 6 }), fc.integer({ min: 0, max: most })), {
      minLength: groups,
      maxLength: groups,
    }),
    { minLength: 1, maxLength: 9 },
  );

describe('what is shown by group', () => {
  it.each([
    ['everybody, where all groups are large', [[12, 30, 0]], [[12, 30, 0, 0]]],
    ['nobody at all', [[0, 0, 0]], [[0, 0, 0, 0]]],
    ['no group alone among the rest: the next smallest is held back too', [[12, 30, 2]], [[0, 30, 0, 14]]],
    ['nothing, where a group alone would be left', [[12, 1, 2]], []],
    ['two groups that share a rest of five', [[12, 4, 3]], [[12, 0, 0, 7]]],
    ['nothing, where the rest could only be four of each', [[12, 4, 4]], []],
    ['not the one of two alike that stands first', [[5, 5, 3]], []],
    [
      'as it was, where one comes with others',
      [
        [12, 30, 0],
        [5, 0, 1],
      ],
      [[12, 30, 0, 0]],
    ],
    [
      'as it was, where nobody comes',
      [
        [12, 30, 0],
        [0, 0, 0],
      ],
      [
        [12, 30, 0, 0],
        [12, 30, 0, 0],
      ],
    ],
    [
      'a group only once five have come',
      [
        [12, 30, 0],
        [4, 4, 0],
        [1, 4, 0],
      ],
      [
        [12, 30, 0, 0],
        [17, 38, 0, 0],
      ],
    ],
  ] as [string, Groups[], Groups[]][])('is %s', (_, days, shown) => expect(shownOf(days)).toEqual(shown));

  it('moves by five or more, up or down, or not at all, whatever is merged and corrected', () => {
    fc.assert(
      fc.property(daysOf(4, 40, -6), (days) => {
        const { releases } = Telling.of(days);
        releases.forEach((release, index) => {
          const before = releases[index - 1]?.shown;
          for (const [group, people] of Object.entries(release.shown)) {
            const moved = Math.abs(people - (before?.[group] ?? 0));
            expect(moved === 0 || moved >= SMALLEST_SHOWN).toBe(true);
            expect(moved === 0 || people === release.counts[group]).toBe(true);
          }
          const hidden = Object.keys(release.shown).filter(
            (group) => release.shown[group] !== release.counts[group],
          );
          expect(hidden.length !== 1 && (hidden.length === 0) === restOf(release) < SMALLEST_SHOWN).toBe(
            true,
          );
        });
      }),
    );
  });

  it('does not depend on what comes after', () => {
    fc.assert(
      fc.property(daysOf(3, 30), daysOf(3, 30), (before, after) => {
        expect(Telling.of([...before, ...after]).told.startsWith(Telling.of(before).told)).toBe(true);
      }),
    );
  });

  it('stays of no figure nearer than five to what is shown of another, unless it is the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
        fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
        (counts, fewer) => {
          const left = nextRelease({ day: 'a day', counts: named(counts) }, [], []);
          const arrivals = named(counts.map((count, i) => Math.max(count - fewer[i]!, 0)));
          const arrived = left && nextRelease({ day: 'a day', counts: arrivals }, [], [left]);
          if (!arrived) return;
          const open = (group: string) =>
            [left, arrived].every(({ counts, shown }) => counts[group] === shown[group]);
          for (const group of Object.keys(arrivals).filter(open)) {
            const apart = Math.abs(left.shown[group]! - arrived.shown[group]!);
            expect(apart === 0 || apart >= SMALLEST_SHOWN).toBe(true);
          }
        },
      ),
    );
  });

  it('holds a group back that is too near to another figure, and one more, as it could be worked out', () => {
    const left: Release = { day: 'a day', counts: named([20, 30, 9]), shown: named([20, 30, 9]) };
    const arrived = (counts: Groups) =>
      Object.values(nextRelease({ day: 'a day', counts: named(counts) }, [], [left])?.shown ?? {});
    expect(arrived([20, 30, 9])).toEqual([20, 30, 9]);
    expect(arrived([15, 25, 9])).toEqual([15, 25, 9]);
    expect(arrived([20, 28, 9])).toEqual([]);
  });

  it('leaves open on a first day who one to four people of a group, or of two, are', () => {
    const most = 12;
    const counts = Array.from({ length: most + 1 }, (_, n) => n);
    const worlds = counts.flatMap((one) => counts.flatMap((two) => counts.map((three) => [one, two, three])));
    const sameTold = new Map<string, Groups[]>();
    for (const world of worlds) {
      const { told } = Telling.nothing.with(world);
      sameTold.set(told, [...(sameTold.get(told) ?? []), world]);
    }
    const parts = [(world: Groups) => world[0]!, (world: Groups) => world[1]!, (world: Groups) => world[2]!];
    for (const alike of sameTold.values())
      for (const part of [
        ...parts,
        (world: Groups) => world[0]! + world[1]!,
        (world: Groups) => world[1]! + world[2]!,
      ]) {
        // those near the edge have others beside them that were not tried
        const [one] = alike.filter((world) => Math.max(...world) <= 8).map(part);
        if (one === undefined || one < 1 || one >= SMALLEST_SHOWN) continue;
        expect(new Set(alike.map(part)).size).toBeGreaterThan(1);
      }
  });

  it('leaves open who one to four people are: for every group, several of them, and every span of days', () => {
    const most = 9;
    const candidates = Array.from({ length: (most + 1) ** 3 }, (_, n) => [
      n % (most + 1),
      Math.floor(n / (most + 1)) % (most + 1),
      Math.floor(n / (most + 1) ** 2),
    ]);
    const someGroups = [1, 2, 3, 4, 5, 6].map((bits) => [0, 1, 2].filter((group) => bits & (1 << group)));
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
        (days) => {
          let told = Telling.nothing;
          let possible = [Telling.nothing];
          for (const day of days) {
            told = told.with(day);
            possible = possible.flatMap((one) =>
              candidates.map((counts) => one.with(counts)).filter((other) => other.told === told.told),
            );
          }
          for (const groups of someGroups)
            for (let first = 0; first < days.length; first++)
              for (let last = first; last < days.length; last++) {
                const people = ({ days }: Pick<Telling, 'days'>) =>
                  sum(days.slice(first, last + 1).map((day) => sum(groups.map((group) => day[group]!))));
                if (people(told) < 1 || people(told) >= SMALLEST_SHOWN) continue;
                expect(new Set(possible.map(people)).size).toBeGreaterThan(1);
              }
        },
      ),
      {
        numRuns: 5,
        // what rules that are weaker in one point gave away
        examples: [
          [
            [
              [5, 2, 5],
              [4, 0, 1],
            ],
          ],
          [
            [
              [3, 6, 4],
              [2, 4, 0],
            ],
          ],
          [
            [
              [1, 0, 0],
              [4, 4, 4],
            ],
          ],
        ],
      },
    );
  });
});
