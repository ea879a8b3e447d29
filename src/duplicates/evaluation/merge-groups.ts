import type { Decisions, ScoredPair } from './decide.js';
import { groupsOf } from './groups.js';

/** All pairs within the groups that the automatic pairs form, and what is left to review between groups. */
export function mergeGroups(
  automatic: ScoredPair[],
  review: ScoredPair[],
  records: number,
): Pick<Decisions, 'automatic' | 'review'> {
  const pairs: [number, number][] = [];
  const groupOf = new Map<number, number[]>();
  for (const group of groupsOf(automatic, records)) {
    const sorted = [...group].sort((x, y) => x - y);
    for (const record of group) groupOf.set(record, group);
    sorted.forEach((a, i) => sorted.slice(i + 1).forEach((b) => pairs.push([a, b])));
  }
  const open = review.filter(({ a, b }) => groupOf.get(a) !== groupOf.get(b));
  return { automatic: pairs, review: open.map(({ a, b }) => [a, b]) };
}
