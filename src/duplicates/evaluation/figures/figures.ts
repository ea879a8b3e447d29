import { groupsOf } from '../../matching/groups.js';
import type { Decisions } from '../decide.js';
import type { LabelledRecord } from '../input/read-records.js';

/** How good the decisions were, over pairs. */
export interface Figures {
  records: number;
  truePairs: number;
  automatic: { precision: number; recall: number; f1: number };
  withReview: { recall: number };
  /** The share of records that are in a pair to review. */
  reviewShare: number;
  seconds: number;
}

export function figuresOf(
  records: LabelledRecord[],
  link: boolean,
  decisions: Decisions,
  seconds: number,
): Figures {
  const truePairs = countTruePairs(records, link);
  const right = (pairs: [number, number][]) =>
    pairs.filter(([a, b]) => records[a]?.person === records[b]?.person).length;
  const found = right(decisions.automatic);
  return {
    records: records.length,
    truePairs,
    automatic: rates(found, decisions.automatic.length, truePairs),
    withReview: { recall: share(afterReview(records, link, decisions), truePairs) },
    reviewShare: share(new Set(decisions.review.flat()).size, records.length),
    seconds,
  };
}

/** The true pairs that are together once an officer has bound what is shown and is one person. */
function afterReview(records: LabelledRecord[], link: boolean, { automatic, review }: Decisions): number {
  const right = [...automatic, ...review].filter(([a, b]) => records[a]?.person === records[b]?.person);
  if (link) return right.length;
  const groups = groupsOf(
    right.map(([a, b]) => ({ a, b })),
    records.length,
  );
  return groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
}

export function rates(right: number, proposed: number, truePairs: number): Figures['automatic'] {
  const precision = proposed === 0 ? 1 : share(right, proposed);
  const recall = share(right, truePairs);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : rounded((2 * precision * recall) / (precision + recall)),
  };
}

const share = (part: number, all: number) => (all === 0 ? 1 : rounded(part / all));
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

function countTruePairs(records: LabelledRecord[], link: boolean): number {
  const people = new Map<string, [number, number]>();
  for (const { person, file } of records) {
    const counts = people.get(person) ?? [0, 0];
    counts[file === 1 ? 1 : 0]++;
    people.set(person, counts);
  }
  let pairs = 0;
  for (const [first, second] of people.values())
    pairs += link ? first * second : ((first + second) * (first + second - 1)) / 2;
  return pairs;
}
