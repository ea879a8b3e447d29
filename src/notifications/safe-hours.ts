import { DateTime } from 'luxon';
import type { SafeHours } from './recipient-directory.js';

const DAY_MINUTES = 1440;

/** Whether a minute of the day is safe. Hours that begin and end at the same minute are the whole day. */
export function isSafe({ from, to }: SafeHours, minute: number): boolean {
  if (from === to) return true;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** When a message may go: now where it is safe now or any hour is, else when the next safe hours begin in that zone. */
export function nextSafeMoment(now: Date, hours: SafeHours | undefined, zone: string): Date {
  const local = DateTime.fromJSDate(now, { zone });
  if (!hours || isSafe(hours, local.hour * 60 + local.minute)) return now;
  const start = (day: DateTime) =>
    day.startOf('day').set({ hour: Math.floor(hours.from / 60) % 24, minute: hours.from % 60 });
  const today = start(local);
  return (today > local ? today : start(local.plus({ minutes: DAY_MINUTES }))).toJSDate();
}
