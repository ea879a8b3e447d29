import type { Decisions, ScoredPair } from './decide.js';

/** Who is the same as the same person is the same: groups of records, from the pairs found, the surest first. */
export function mergeGroups(
  automatic: ScoredPair[],
  review: ScoredPair[],
  records: number,
): Pick<Decisions, 'automatic' | 'review'> {
  const groupOf = Array.from({ length: records }, (_, index) => [index]);
  for (const { a, b } of automatic) {
    const [one, other] = [groupOf[a]!, groupOf[b]!];
    if (one === other) continue;
    one.push(...other);
    for (const record of other) groupOf[record] = one;
  }
  const pairs: [number, number][] = [];
  for (const group of new Set(groupOf)) {
    const sorted = [...group].sort((x, y) => x - y);
    sorted.forEach((a, i) => sorted.slice(i + 1).forEach((b) => pairs.push([a, b])));
  }
  const open = review.filter(({ a, b }) => groupOf[a] !== groupOf[b]);
  return { automatic: pairs, review: open.map(({ a, b }) => [a, b]) };
}
