import type { BirthDate } from './matching-record.js';

/** The Buddhist era, as in Thailand, is 543 years ahead; no one alive was born in a Gregorian year after this. */
const BUDDHIST_FROM = 2300;
const BUDDHIST_AHEAD = 543;

/** A day of birth in Gregorian years; a part that cannot be is unknown. */
export function birthFeature(birth: BirthDate | undefined): BirthDate {
  const year = within(birth?.year, 1, 9999);
  return {
    year: year !== undefined && year >= BUDDHIST_FROM ? year - BUDDHIST_AHEAD : year,
    month: within(birth?.month, 1, 12),
    day: within(birth?.day, 1, 31),
  };
}

const within = (value: number | undefined, min: number, max: number) =>
  value !== undefined && value >= min && value <= max ? value : undefined;

/** The year alone, or the year and 1 January, which many offices write for people who know only the year. */
export const isVague = ({ month, day }: BirthDate): boolean =>
  month === undefined || day === undefined || (month === 1 && day === 1);

const two = (value: number | undefined) => String(value ?? 0).padStart(2, '0');

/** Year, month and day as eight digits, zeros where unknown. */
export const birthTerm = ({ year, month, day }: BirthDate): string =>
  `${String(year ?? 0).padStart(4, '0')}${two(month)}${two(day)}`;
