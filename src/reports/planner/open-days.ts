import { dayAfter } from '../../platform/clock/calendar-day.js';

export interface Opening {
  /** ISO: 1 is Monday. */
  weekday: number;
  /** `HH:MM` or `HH:MM:SS`, in the post's time. */
  opens: string;
  closes: string;
}

/** When a post is open. */
export interface Calendar {
  hours: readonly Opening[];
  /** Days, `YYYY-MM-DD`, on which it is closed all the same. */
  closed: ReadonlySet<string>;
}

/** Where no hours are known. */
export const USUAL_MINUTES = 480;

/** Minutes of a usual day: the mean of the weekdays on which the post opens. */
export function usualMinutes({ hours }: Calendar): number {
  const days = new Set(hours.map(({ weekday }) => weekday)).size;
  return days === 0 ? USUAL_MINUTES : hours.reduce((total, opening) => total + lengthOf(opening), 0) / days;
}

/**
 * For each day the part of a usual working day that the post is open; where no hours are known, every day.
 * @param today `YYYY-MM-DD`, the first of the days
 * @param minute of today, of which what is before is over
 */
export function openParts(calendar: Calendar, today: string, minute: number, days: number): number[] {
  const usual = usualMinutes(calendar);
  return Array.from({ length: days }, (_, ahead) => {
    const day = dayAfter(today, ahead);
    if (calendar.closed.has(day)) return 0;
    const from = ahead === 0 ? minute : 0;
    if (calendar.hours.length === 0) return 1 - from / DAY;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    const open = calendar.hours.filter((opening) => opening.weekday === weekday);
    return open.reduce((total, opening) => total + lengthOf(opening, from), 0) / usual;
  });
}

/** Minutes. */
export const DAY = 1440;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const lengthOf = ({ opens, closes }: Opening, from = 0): number =>
  Math.max(0, minuteOf(closes) - Math.max(minuteOf(opens), from));
