/** Who is the same as the same person is the same: the groups into which pairs bind the records, alone or together. */
export function groupsOf(pairs: { a: number; b: number }[], records: number): number[][] {
  const groupOf = Array.from({ length: records }, (_, index) => [index]);
  for (const { a, b } of pairs) {
    const [one, other] = [groupOf[a]!, groupOf[b]!];
    if (one === other) continue;
    one.push(...other);
    for (const record of other) groupOf[record] = one;
  }
  return [...new Set(groupOf)];
}
