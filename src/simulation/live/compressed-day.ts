import { OPENS } from '../scenario.js';

/** A day of eight hours pressed into so many real minutes: it begins at a full one, because opening hours do. */
export interface CompressedDay {
  /** Real milliseconds since 1970 of the opening. */
  opensAt: number;
  /** Real seconds of a minute of the day. */
  minuteSeconds: number;
  /** A zone in which it is about noon, so that the day does not end in the middle. */
  timeZone: string;
  /** ISO weekday there, and local times. */
  weekday: number;
  opens: string;
  closes: string;
}

const OPEN_HOURS = 8;
const MINUTE_MS = 60_000;

/**
 * @param now real milliseconds since 1970
 * @param realMinutes into how many the day is pressed
 * @param leadMs real time that must be left before opening: people register, and set out
 */
export function compressedDay(now: number, realMinutes: number, leadMs: number): CompressedDay {
  const opensAt = Math.ceil((now + leadMs) / MINUTE_MS) * MINUTE_MS;
  const ahead = 12 - new Date(opensAt).getUTCHours();
  const local = new Date(opensAt + ahead * 60 * MINUTE_MS);
  const timeOf = (at: Date) => at.toISOString().slice(11, 16);
  return {
    opensAt,
    minuteSeconds: realMinutes / OPEN_HOURS,
    timeZone: `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`,
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
    opens: timeOf(local),
    closes: timeOf(new Date(local.getTime() + realMinutes * MINUTE_MS)),
  };
}

/** @returns the minute of the simulated day */
export const minuteOf = ({ opensAt, minuteSeconds }: CompressedDay, at: number): number =>
  OPENS + (at - opensAt) / 1000 / minuteSeconds;

/** @returns real milliseconds since 1970 */
export const realTimeOf = ({ opensAt, minuteSeconds }: CompressedDay, minute: number): number =>
  opensAt + (minute - OPENS) * minuteSeconds * 1000;
