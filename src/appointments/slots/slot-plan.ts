import { type RegularHours, regularTimes } from '../opening/opening-times.js';

/** What slots follow from. */
export interface SlotFacts extends RegularHours {
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
export function planSlots(
  { minutes, held = [], ...hours }: SlotFacts,
  now: Date,
  days: number,
): PlannedSlot[] {
  const slots: Span[] = [];
  for (const open of regularTimes(hours, now, days)) {
    const [from, to] = [open.from.getTime(), open.to.getTime()];
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
  return slots
    .map((slot) => ({ startsAt: new Date(slot.from), endsAt: new Date(slot.to) }))
    .filter(({ startsAt }) => startsAt > now);
}

/** In milliseconds. */
interface Span {
  from: number;
  to: number;
}

/** As many slots of a length as fit, from the beginning on. */
const cut = ({ from, to }: Span, length: number): Span[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / length)) }, (_, index) => ({
    from: from + index * length,
    to: from + (index + 1) * length,
  }));
