import { DateTime } from 'luxon';
import { invalid, Problem } from '../platform/problems/problem.js';
import type { DepartureStep } from './departure-status.js';
import type { LockedDeparture } from './departure-for-change.js';
import { earliest, isTimed, mustSayWhen, stepTimeFault, type TimedStep } from './step-times.js';

/** Said where a step is recorded as "just now" before it can be. */
const TOO_EARLY: Record<TimedStep, string> = {
  boarded: 'too-early-to-board',
  departed: 'too-early-to-depart',
  arrived: 'too-early-to-arrive',
};

/**
 * When a step happened: as said, or now.
 * @throws Problem `too-early-to-board`, `too-early-to-depart`, `too-early-to-arrive` (409) where it cannot be now;
 * `invalid-input` where it cannot be at the time that was said, or none was said though the journey's own is past
 */
export function momentOf(
  step: DepartureStep,
  said: string | undefined,
  { times, now }: LockedDeparture,
): Date {
  if (!isTimed(step)) return now;
  const from = earliest(step, times);
  if (now < from) throw new Problem('conflict', TOO_EARLY[step], { params: { from: local(from, times) } });
  if (said === undefined) {
    if (mustSayWhen(step, times, now)) throw invalid({ pointer: '/at', code: 'required' });
    return now;
  }
  const at = new Date(said);
  const fault = stepTimeFault(step, at, times, now);
  if (fault) throw invalid({ pointer: '/at', code: fault });
  return new Date(Math.max(at.getTime(), times.boardedAt?.getTime() ?? 0));
}

/** As every language reads it: `2026-01-25 18:00`. */
const local = (at: Date, { timeZone }: LockedDeparture['times']): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
