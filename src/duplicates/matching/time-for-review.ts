/** The share of the records that officers have time for; of few records, so many in any case. */
const MOST_REVIEWED = 0.02;
const ALWAYS_REVIEWED = 10;

/** Which pairs officers have time for, the likeliest first, and which wait. */
export function timeForReview<P extends { a: number; b: number }>(
  sorted: P[],
  records: number,
): { now: P[]; later: P[] } {
  const most = Math.max(ALWAYS_REVIEWED, Math.floor(MOST_REVIEWED * records));
  const shown = new Set<number>();
  const [now, later]: [P[], P[]] = [[], []];
  for (const pair of sorted) {
    const more = Number(!shown.has(pair.a)) + Number(!shown.has(pair.b));
    if (shown.size + more > most) {
      later.push(pair);
      continue;
    }
    shown.add(pair.a).add(pair.b);
    now.push(pair);
  }
  return { now, later };
}
