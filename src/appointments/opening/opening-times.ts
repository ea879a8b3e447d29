import { DateTime } from 'luxon';

/** When a post is open as a rule: local weekdays and times, and days off. */
export interface RegularHours {
  timeZone: string;
  /** ISO weekday (1 is Monday), `HH:MM` or `HH:MM:SS`. */
  openingHours: readonly { weekday: number; opens: string; closes: string }[];
  /** `YYYY-MM-DD` */
  holidays: readonly string[];
}

/** The same, and closures as instants. */
export interface OpeningFacts extends RegularHours {
  closures: readonly Stretch[];
}

export interface Stretch {
  from: Date;
  to: Date;
}

/**
 * The stretches of open time that end after `now`, up to the end of `days - 1` days after today, in order. Those that touch
 * are one, also over midnight: nobody has to have gone home by then where the post goes on.
 */
export function openingTimes(facts: OpeningFacts, now: Date, days: number): Stretch[] {
  return joined(timesFrom(-1, facts, now, days))
    .flatMap((stretch) => without(stretch, facts.closures))
    .filter(({ to }) => to > now);
}

/** The stretches that are open as a rule on today's local day and the `days - 1` after it, in order, over or not. */
export const regularTimes = (hours: RegularHours, now: Date, days: number): Stretch[] =>
  timesFrom(0, hours, now, days);

/** @param first the first day, counted from today */
function timesFrom(first: number, hours: RegularHours, now: Date, days: number): Stretch[] {
  const today = DateTime.fromJSDate(now, { zone: hours.timeZone }).startOf('day');
  return Array.from({ length: days - first }, (_, index) => today.plus({ days: first + index }))
    .flatMap((day) => stretchesOf(day, hours))
    .sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** The same time, in as few stretches as can be. @param stretches in order */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { from, to } of stretches) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else whole.push({ from, to });
  }
  return whole;
}

/** Whether two stretches of time share a moment. */
export const overlap = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;

/** A local time that the clocks skip is read as if they had not yet gone forward; one that comes twice is the first. */
function stretchesOf(day: DateTime, { openingHours, holidays }: RegularHours): Stretch[] {
  const date = day.toISODate()!;
  if (holidays.includes(date)) return [];
  const at = (time: string) => DateTime.fromISO(`${date}T${time}`, { zone: day.zone }).toJSDate();
  return openingHours
    .filter(({ weekday }) => weekday === day.weekday)
    .map(({ opens, closes }) => ({ from: at(opens), to: at(closes) }));
}

/** What is left of a stretch outside the closures. */
function without(stretch: Stretch, closures: readonly Stretch[]): Stretch[] {
  return closures.reduce<Stretch[]>(
    (left, closure) =>
      left.flatMap((part) =>
        overlap(part, closure)
          ? [
              { from: part.from, to: closure.from },
              { from: closure.to, to: part.to },
            ].filter(({ from, to }) => from < to)
          : [part],
      ),
    [stretch],
  );
}
