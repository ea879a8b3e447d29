import { type BirthDate, BUDDHIST_ERA } from './birth-date.js';

/** In which calendar somebody tells a date. `international` is the Gregorian one. */
export const CALENDARS = ['international', 'ethiopian'] as const;
export type Calendar = (typeof CALENDARS)[number];

/** Nobody who lives was born in such a year of the Gregorian calendar. */
const BUDDHIST_FROM = 2400;

/**
 * A date as far as it is known, in the Gregorian calendar. Buddhist years are known by their size; the Ethiopian calendar
 * cannot be told from ours, so the person says that it is meant. Where only the Ethiopian year is known, the Gregorian one is
 * that in which most of it lies; where the day is missing, the month in which most of that month lies.
 */
export function gregorian(date: BirthDate, calendar: Calendar = 'international'): BirthDate {
  if (calendar === 'ethiopian') return fromEthiopian(date);
  const { year } = date;
  return year !== undefined && year >= BUDDHIST_FROM ? { ...date, year: year - BUDDHIST_ERA } : date;
}

/** Day numbers of Dershowitz and Reingold (Calendrical Calculations, chapter 4), moved to days since 1970. */
const ETHIOPIAN_EPOCH = 2796 - 719_163;

function fromEthiopian(date: BirthDate): BirthDate {
  const { year, month, day } = date;
  if (year === undefined || month === undefined || month > 13)
    return year === undefined ? date : { ...date, year: year + 8 };
  const days =
    ETHIOPIAN_EPOCH -
    1 +
    365 * (year - 1) +
    Math.floor(year / 4) +
    30 * (month - 1) +
    (day ?? (month === 13 ? 3 : 15));
  const found = new Date(days * 86_400_000);
  return {
    year: found.getUTCFullYear(),
    month: found.getUTCMonth() + 1,
    ...(day !== undefined && { day: found.getUTCDate() }),
  };
}
