import { DateTime } from 'luxon';

/** Days begin on a quarter of an hour everywhere: time zones differ by no less. */
const QUARTER_MS = 15 * 60_000;

const known = new Map<string, { quarter: number; day: string }>();

/** The calendar day in a time zone, `YYYY-MM-DD`; worked out once a quarter of an hour, because that is dear. */
export function calendarDay(now: Date, timeZone: string): string {
  const quarter = Math.floor(now.getTime() / QUARTER_MS);
  const before = known.get(timeZone);
  if (before?.quarter === quarter) return before.day;
  const day = DateTime.fromJSDate(now, { zone: timeZone }).toISODate()!;
  known.set(timeZone, { quarter, day });
  return day;
}
