import { DateTime } from 'luxon';
import type { DepartureStep } from './departure-status.js';

const MINUTE = 60_000;
/** The hour, where the journey begins, from which on the day before people go to the airport and are taken on board. */
const EVENING_HOUR = 18;
/** Charters leave when all are on board; what leaves earlier than this was moved, and its time has to be changed first. */
const LEAVES_EARLY_MIN = 120;
/** The shortest ferry home takes longer. */
const SHORTEST_WAY_MIN = 30;
/** How long after its time "just now" is believed of a journey; later on it has to be said when it was. */
const JUST_NOW_MIN = 60;

/** Facts about a journey that have a time of their own. */
export type TimedStep = Extract<DepartureStep, 'boarded' | 'departed' | 'arrived'>;

/** What the time of a fact hangs on; the zone is that of the host country, where the journey begins. */
export interface JourneyTimes {
  scheduledAt: Date;
  boardedAt: Date | null;
  departedAt: Date | null;
  timeZone: string;
}

export const isTimed = (step: DepartureStep): step is TimedStep =>
  step === 'boarded' || step === 'departed' || step === 'arrived';

/** From when on a journey can be boarded: the evening before the day on which it leaves, local time. */
export function boardingFrom(scheduledAt: Date, timeZone: string): Date {
  const day = DateTime.fromJSDate(scheduledAt, { zone: timeZone }).startOf('day');
  return day.minus({ days: 1 }).set({ hour: EVENING_HOUR }).toJSDate();
}

/**
 * The earliest time at which a step can have happened: by the timetable, and after what is on record before it. On the
 * minute, as times are told.
 */
export function earliest(
  step: TimedStep,
  { scheduledAt, boardedAt, departedAt, timeZone }: JourneyTimes,
): Date {
  if (step === 'boarded') return boardingFrom(scheduledAt, timeZone);
  const leaves = scheduledAt.getTime() - LEAVES_EARLY_MIN * MINUTE;
  const departs = Math.max(leaves, boardedAt?.getTime() ?? leaves);
  const arrives = Math.max(departs, departedAt?.getTime() ?? departs) + SHORTEST_WAY_MIN * MINUTE;
  return new Date(Math.floor((step === 'departed' ? departs : arrives) / MINUTE) * MINUTE);
}

/** From when on somebody can have arrived who left, or is to leave, at these times. */
export const arrivalFrom = ({
  scheduledAt,
  departedAt,
}: {
  scheduledAt: string;
  departedAt: string | null;
}): Date =>
  earliest('arrived', {
    scheduledAt: new Date(scheduledAt),
    boardedAt: null,
    departedAt: departedAt === null ? null : new Date(departedAt),
    timeZone: 'UTC',
  });

/** Whether the time has to be said, because the journey's own is past: whoever records late would put it on a wrong day. */
export const mustSayWhen = (step: TimedStep, { scheduledAt }: JourneyTimes, now: Date): boolean =>
  step !== 'arrived' && now.getTime() > scheduledAt.getTime() + JUST_NOW_MIN * MINUTE;

/** What is wrong with the time that somebody says a step happened at. */
export function stepTimeFault(
  step: TimedStep,
  at: Date,
  times: JourneyTimes,
  now: Date,
): 'still-to-come' | 'too-early' | undefined {
  if (at > now) return 'still-to-come';
  return at < earliest(step, times) ? 'too-early' : undefined;
}
