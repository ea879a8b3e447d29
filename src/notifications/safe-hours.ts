import { DateTime } from 'luxon';
import type { SafeHours } from './recipient-directory.js';

/** Whether a minute of the day is safe. Hours that begin and end at the same minute are the whole day. */
export function isSafe({ from, to }: SafeHours, minute: number): boolean {
  if (from === to) return true;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * When a message may go: now where it is safe now or any hour is, else when the next safe hours begin in that zone. Hours that
 * the clocks skip are not safe on that day.
 */
export function nextSafeMoment(now: Date, hours: SafeHours | undefined, zone: string): Date {
  const local = DateTime.fromJSDate(now, { zone });
  if (!hours || isSafe(hours, minuteOf(local))) return now;
  const time = { hour: Math.floor(hours.from / 60) % 24, minute: hours.from % 60 };
  const next = [0, 1, 2]
    .map((days) => local.plus({ days }).startOf('day').set(time))
    .find((begin) => begin > local && isSafe(hours, minuteOf(begin)));
  return next!.toJSDate();
}

const minuteOf = ({ hour, minute }: DateTime): number => hour * 60 + minute;
