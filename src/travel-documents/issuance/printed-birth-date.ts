import type { BirthDate } from '../../registrations/birth-date.js';

/** A birth date for people to read, `YYYY-MM-DD`, with X for what nobody knows. */
export const printedBirthDate = ({ year, month, day }: BirthDate): string =>
  [part(year, 4), part(month, 2), part(day, 2)].join('-');

const part = (value: number | undefined, width: number): string =>
  value === undefined ? 'X'.repeat(width) : String(value).padStart(width, '0');
