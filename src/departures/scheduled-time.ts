const HOUR = 3_600_000;
const EARLIEST = -24 * HOUR;
const EARLIEST_MOVED = -31 * 24 * HOUR;
const LATEST = 366 * 24 * HOUR;

/**
 * What is wrong with the time of a journey planned or moved at `now`: journeys are entered up to a day after the fact; that
 * one was moved is found out later, by whoever records that it left.
 */
export function scheduledTimeFault(
  scheduledAt: Date,
  now: Date,
  act: 'plan' | 'move' = 'plan',
): 'in-the-past' | 'too-far-ahead' | undefined {
  const ahead = scheduledAt.getTime() - now.getTime();
  if (ahead < (act === 'plan' ? EARLIEST : EARLIEST_MOVED)) return 'in-the-past';
  return ahead > LATEST ? 'too-far-ahead' : undefined;
}
