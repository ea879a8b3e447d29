import { latinDigits } from '../../../platform/i18n/latin-digits.js';
import type { BirthDate } from '../../birth-date.js';

/** What a cell says of a birth date, or why it says nothing: `field.<code>`. */
export type ReadBirthDate = { ok: true; birthDate: BirthDate } | { ok: false; code: string };

const YEAR_FIRST = /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/;
const YEAR_LAST = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/;

/**
 * A birth date as far as it is known: `1998`, `1998-04`, `1998-04-17`. Day and month in front of the year are read where
 * only one reading is a date; 3/4/1998 is two days in two countries, so it is asked about.
 */
export function readBirthDate(cell: string): ReadBirthDate {
  const text = latinDigits(cell).replace(/[T ]00:00(:00)?(\.0+)?Z?$/, '');
  if (text === '') return { ok: true, birthDate: {} };
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return { ok: true, birthDate: partsOf(year, month, day) };
  const [, first, second, last] = YEAR_LAST.exec(text) ?? [];
  if (last === undefined) return { ok: false, code: 'unclear-date' };
  const [one, other] = [Number(first), Number(second)];
  if (one <= 12 && other <= 12 && one !== other) return { ok: false, code: 'ambiguous-date' };
  return { ok: true, birthDate: other > 12 ? partsOf(last, first, second) : partsOf(last, second, first) };
}

/** Zeros stand for what is unknown, as in machine-readable zones. */
const partsOf = (year: string, month?: string, day?: string): BirthDate => ({
  year: Number(year) || undefined,
  month: Number(month ?? 0) || undefined,
  day: Number(day ?? 0) || undefined,
});
