/**
 * Who is the same as the same person is the same: the groups into which pairs bind the records, alone or together.
 *
 * @param most records that a group may have; a pair that would make more binds nothing
 */
export function groupsOf(pairs: { a: number; b: number }[], records: number, most = Infinity): number[][] {
  const groupOf = Array.from({ length: records }, (_, index) => [index]);
  for (const { a, b } of pairs) {
    const [one, other] = [groupOf[a]!, groupOf[b]!];
    if (one === other || one.length + other.length > most) continue;
    one.push(...other);
    for (const record of other) groupOf[record] = one;
  }
  return [...new Set(groupOf)];
}
