import type { FieldFault } from '../platform/problems/problem.js';

/** A birth date as far as it is known. A month needs no day; each part may be missing. */
export interface BirthDate {
  year?: number;
  month?: number;
  day?: number;
}

/** Thai, Khmer, Lao and Burmese documents count years from the Buddha; days and months are those of everybody. */
export const BUDDHIST_ERA = 543;
const OLDEST = 120;

/** What is wrong with a birth date as reported on `today` (`YYYY-MM-DD`), each with the field it concerns. */
export function birthDateFaults({ year, month, day }: BirthDate, today: string): FieldFault[] {
  const thisYear = Number(today.slice(0, 4));
  if (year !== undefined && year > thisYear) {
    const gregorian = year - BUDDHIST_ERA;
    return gregorian <= thisYear && gregorian >= thisYear - OLDEST
      ? [
          {
            pointer: '/birthDate/year',
            code: 'buddhist-year',
            params: { year: String(year), gregorian: String(gregorian) },
          },
        ]
      : [{ pointer: '/birthDate/year', code: 'in-the-future' }];
  }
  if (year !== undefined && year < thisYear - OLDEST)
    return [{ pointer: '/birthDate/year', code: 'too-long-ago' }];
  if (day !== undefined && month === undefined) return [{ pointer: '/birthDate/month', code: 'required' }];
  if (day !== undefined && month !== undefined && day > daysOf(month, year))
    return [{ pointer: '/birthDate/day', code: 'not-a-date' }];
  if (year !== undefined && isoDate(year, month ?? 1, day ?? 1) > today)
    return [{ pointer: '/birthDate/year', code: 'in-the-future' }];
  return [];
}

/** Days of a month; in an unknown year February has 29. */
const daysOf = (month: number, year = 2000): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const isoDate = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
