const HOUR = 3_600_000;
const EARLIEST = -24 * HOUR;
const LATEST = 366 * 24 * HOUR;

/** What is wrong with the time of a journey planned at `now`: journeys are entered up to a day after the fact. */
export function scheduledTimeFault(
  scheduledAt: Date,
  now: Date,
): 'in-the-past' | 'too-far-ahead' | undefined {
  const ahead = scheduledAt.getTime() - now.getTime();
  if (ahead < EARLIEST) return 'in-the-past';
  return ahead > LATEST ? 'too-far-ahead' : undefined;
}
