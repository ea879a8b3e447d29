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
  /** Slots that somebody holds. Those that lie in open time stay as they are, whatever other hours or lengths say. */
  held?: readonly PlannedSlot[];
}

export interface PlannedSlot {
  startsAt: Date;
  endsAt: Date;
}

/**
 * The slots that begin after `now` on today's local day and the `days - 1` after it, in order. Every stretch of opening
 * hours is cut from its beginning into whole slots of elapsed time, so a day on which clocks change has more or fewer
 * of them; held slots stay, and what lies between them is cut. The same facts give the same slots whenever they are planned.
 */
export function planSlots(facts: SlotFacts, now: Date, days: number): PlannedSlot[] {
  const today = DateTime.fromJSDate(now, { zone: facts.timeZone }).startOf('day');
  return Array.from({ length: days }, (_, ahead) => today.plus({ days: ahead }))
    .flatMap((day) => slotsOf(day, facts))
    .filter(({ startsAt }) => startsAt > now);
}

function slotsOf(day: DateTime, { openingHours, holidays, minutes, held = [] }: SlotFacts): PlannedSlot[] {
  const date = day.toISODate()!;
  if (holidays.includes(date)) return [];
  const slots: Stretch[] = [];
  const stretches = openingHours
    .filter(({ weekday }) => weekday === day.weekday)
    .map(({ opens, closes }) => ({ from: localTime(date, opens, day), to: localTime(date, closes, day) }))
    .sort((a, b) => a.from - b.from);
  for (const { from, to } of stretches) {
    const kept = held
      .map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() }))
      .filter((slot) => slot.from >= from && slot.to <= to)
      .sort((a, b) => a.from - b.from);
    let free = Math.max(from, slots.at(-1)?.to ?? 0);
    for (const next of [...kept, { from: to, to }]) {
      // of two that overlap the first is kept
      if (next.from < free && next.from < to) continue;
      slots.push(...cut({ from: free, to: next.from }, minutes * 60_000));
      if (next.from < to) slots.push(next);
      free = next.to;
    }
  }
  return slots.map((slot) => ({ startsAt: new Date(slot.from), endsAt: new Date(slot.to) }));
}

/** In milliseconds. */
interface Stretch {
  from: number;
  to: number;
}

/** As many slots of a length as fit, from the beginning on. */
const cut = ({ from, to }: Stretch, length: number): Stretch[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / length)) }, (_, index) => ({
    from: from + index * length,
    to: from + (index + 1) * length,
  }));

/** A local time that the clocks skip is read as if they had not yet gone forward; one that comes twice is the first. */
const localTime = (date: string, time: string, { zoneName }: DateTime): number =>
  DateTime.fromISO(`${date}T${time}`, { zone: zoneName ?? undefined }).toMillis();
