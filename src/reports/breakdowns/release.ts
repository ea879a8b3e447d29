import { SMALLEST_SHOWN } from '../figures/withholding.js';

/** People by group; every group of the breakdown has its number. */
export type GroupCounts = Readonly<Record<string, number>>;

/** What was shown of one figure, by group, once. It never changes: what comes later is the next release. */
export interface Release {
  /** The day at whose end people were counted, `YYYY-MM-DD`. */
  day: string;
  /** As counted, exactly. */
  counts: GroupCounts;
  /** As shown. What the counts have beyond it, over all groups, is the rest: not shown yet of any group. */
  shown: GroupCounts;
}

/** People counted of whom the group is not shown. */
export const restOf = ({ counts, shown }: Release): number => sum(counts) - sum(shown);

/** Everybody counted. */
export const totalOf = ({ counts }: Release): number => sum(counts);

/**
 * The next release, or none where nothing can be shown without giving somebody away.
 *
 * A group's number moves by five or more, up or down, or not at all. What the total counts beyond the groups is the rest, which two
 * groups share at least, five people or more, and not four of each. Where the groups that are hidden in neither of two releases leave
 * a difference over, that is nothing or five or more too, however far apart the two are: else the one person who came between
 * them would be known not to be of the others. Beside other figures the same holds: of those who left and those who arrived, the
 * one who did not must not be known by the group. Groups are held back, those that changed least first, until all of that is
 * so; where then none moves, nothing is released, unless nothing has changed.
 *
 * @param counted everybody up to the end of the day; the day's total must itself be shown
 * @param before every release of the figure so far, oldest first
 * @param beside what is shown of other figures
 */
export function nextRelease(
  { day, counts }: Omit<Release, 'shown'>,
  before: readonly Release[],
  beside: readonly Release[],
): Release | undefined {
  const groups = Object.keys(counts);
  const none = Object.fromEntries(groups.map((group) => [group, 0]));
  const last = before.at(-1)?.shown ?? none;
  const change = (group: string) => Math.abs(counts[group]! - (last[group] ?? 0));
  const others = [{ day: '', counts: none, shown: none }, ...before, ...beside];
  const same = before.at(-1)?.counts ?? none;
  if (groups.every((group) => counts[group] === same[group])) return { day, counts, shown: last };
  let moving = groups.filter((group) => change(group) >= SMALLEST_SHOWN);
  while (moving.length > 0) {
    const shown = Object.fromEntries(
      groups.map((group) => [group, moving.includes(group) ? counts[group]! : (last[group] ?? 0)]),
    );
    const release = { day, counts, shown };
    const telling = others.map((other) => toldBetween(release, other)).find((told) => told !== undefined);
    if (!isTelling(release) && telling === undefined) return release;
    // those that changed alike together: which of them is held back must not depend on their order
    const least = Math.min(...moving.map(change));
    moving = moving.filter((group) =>
      moving.includes(telling ?? '') ? group !== telling : change(group) > least,
    );
  }
  return undefined;
}

/** Whether the rest is too small, one group's alone, or so large that each of its groups must be as large as can be. */
function isTelling(release: Release): boolean {
  const hidden = hiddenIn(release);
  const largest = SMALLEST_SHOWN - 1;
  return (
    hidden.length > 0 &&
    (hidden.length === 1 ||
      restOf(release) < SMALLEST_SHOWN ||
      hidden.every((group) => release.counts[group]! - release.shown[group]! === largest))
  );
}

/** Of two releases the group whose difference is small; '' where it is that of all groups that either hides. */
function toldBetween(one: Release, other: Release): string | undefined {
  const hidden = new Set([...hiddenIn(one), ...hiddenIn(other)]);
  const open = Object.keys(one.counts).filter((group) => !hidden.has(group));
  const told = open.find((group) => isSmall(one.shown[group]! - (other.shown[group] ?? 0)));
  if (told !== undefined) return told;
  // where nobody is of the others, the difference is that of the totals, which are shown anyway
  if (open.every((group) => one.shown[group] === 0 && (other.shown[group] ?? 0) === 0)) return undefined;
  const difference = [...hidden].reduce(
    (sum, group) => sum + (one.counts[group] ?? 0) - (other.counts[group] ?? 0),
    0,
  );
  return isSmall(difference) ? '' : undefined;
}

const hiddenIn = ({ counts, shown }: Release): string[] =>
  Object.keys(counts).filter((group) => counts[group] !== shown[group]);

const isSmall = (difference: number): boolean => difference !== 0 && Math.abs(difference) < SMALLEST_SHOWN;

const sum = (counts: GroupCounts): number => Object.values(counts).reduce((all, people) => all + people, 0);
