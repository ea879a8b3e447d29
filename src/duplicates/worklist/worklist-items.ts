import type { Outcome } from '../matching/model.js';
import { groupsOf } from '../matching/groups.js';
import { timeForReview } from '../matching/time-for-review.js';

/** A pair that waits for a decision. */
export interface WaitingPair {
  id: string;
  firstId: string;
  secondId: string;
  /** Hundredths of a bit. */
  weight: number;
  proposal: Outcome;
}

/** What an officer looks at in one go: the pairs of one person, the surest first. */
export type WorklistItem = readonly WaitingPair[];

/** So many reports of one person can still be looked at in one go. */
const MOST_CASES = 12;

/**
 * The worklist: whoever reported several times is one item. What is surely one person comes in any case; of what has to be
 * looked at, no more than officers have time for: the least sure wait.
 *
 * @param pairs the surest first
 * @param records that there are in all
 */
export function worklistItems(
  pairs: readonly WaitingPair[],
  records: number,
): { now: WorklistItem[]; later: WorklistItem[] } {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => numbers.get(id) ?? numbers.set(id, numbers.size).size - 1;
  const numbered = pairs.map((pair) => ({ pair, a: numberOf(pair.firstId), b: numberOf(pair.secondId) }));
  const gathered = (some: typeof numbered, bindBy = some) => {
    const groupOf = new Map<number, number[]>();
    for (const group of groupsOf(bindBy, numbers.size, MOST_CASES))
      for (const record of group) groupOf.set(record, group);
    const items = Map.groupBy(some, (one) =>
      groupOf.get(one.a) === groupOf.get(one.b) ? groupOf.get(one.a)! : one,
    );
    return [...items.values()];
  };
  const sure = numbered.filter(({ pair }) => pair.proposal === 'same');
  const surest = gathered(numbered, sure).filter(([first]) => first!.pair.proposal === 'same');
  const taken = new Set(surest.flat());
  const { now, later } = timeForReview(
    numbered.filter((one) => !taken.has(one)),
    records,
  );
  const items = (groups: (typeof numbered)[]) =>
    groups.map((group) => group.map(({ pair }) => pair)).sort(([x], [y]) => inOrder(x!, y!));
  return { now: items([...surest, ...gathered(now)]), later: items(gathered(later)) };
}

/** The surest first. */
export const inOrder = (x: Pick<WaitingPair, 'weight' | 'id'>, y: Pick<WaitingPair, 'weight' | 'id'>) =>
  y.weight - x.weight || (x.id < y.id ? -1 : 1);

/** Whether each case is surely the same as each other: only then may all be merged at once. */
export function isBeyondDoubt(
  pairs: readonly Pick<WaitingPair, 'firstId' | 'secondId' | 'proposal'>[],
): boolean {
  const cases = new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId])).size;
  return pairs.length === (cases * (cases - 1)) / 2 && pairs.every(({ proposal }) => proposal === 'same');
}
