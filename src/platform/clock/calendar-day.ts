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

/** @param day `YYYY-MM-DD` */
export function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Every day from the first to the last, both included; none where the last comes first. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
}
