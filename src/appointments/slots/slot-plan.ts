import { DateTime } from 'luxon';

/** What slots follow from. Times and days are local to the post. */
export interface SlotFacts {
  timeZone: string;
  /** ISO weekday (1 is Monday), `HH:MM` or `HH:MM:SS`. */
  openingHours: readonly { weekday: number; opens: string; closes: string }[];
  /** `YYYY-MM-DD`: days on which the post is closed. */
  holidays: readonly string[];
  /** How long one person takes at a counter; slots are this long. */
  minutes: number;
}

export interface PlannedSlot {
  startsAt: Date;
  endsAt: Date;
}

/**
 * The slots that begin after `now` on today's local day and the `days - 1` after it, in order. Every stretch of opening
 * hours is cut from its beginning into whole slots of elapsed time, so a day on which clocks change has more or fewer
 * of them. The same facts give the same slots whenever they are planned.
 */
export function planSlots(facts: SlotFacts, now: Date, days: number): PlannedSlot[] {
  const today = DateTime.fromJSDate(now, { zone: facts.timeZone }).startOf('day');
  return Array.from({ length: days }, (_, ahead) => today.plus({ days: ahead }))
    .flatMap((day) => slotsOf(day, facts))
    .filter(({ startsAt }) => startsAt > now);
}

function slotsOf(day: DateTime, { openingHours, holidays, minutes }: SlotFacts): PlannedSlot[] {
  const date = day.toISODate()!;
  if (holidays.includes(date)) return [];
  const length = minutes * 60_000;
  const slots: PlannedSlot[] = [];
  const stretches = openingHours
    .filter(({ weekday }) => weekday === day.weekday)
    .map(({ opens, closes }) => ({ from: localTime(date, opens, day), to: localTime(date, closes, day) }))
    .sort((a, b) => a.from - b.from);
  for (const { from, to } of stretches) {
    const free = Math.max(from, slots.at(-1)?.endsAt.getTime() ?? 0);
    for (let start = free; start + length <= to; start += length)
      slots.push({ startsAt: new Date(start), endsAt: new Date(start + length) });
  }
  return slots;
}

/** A local time that the clocks skip is read as if they had not yet gone forward; one that comes twice is the first. */
const localTime = (date: string, time: string, { zoneName }: DateTime): number =>
  DateTime.fromISO(`${date}T${time}`, { zone: zoneName ?? undefined }).toMillis();
