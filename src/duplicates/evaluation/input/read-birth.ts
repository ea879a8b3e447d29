import { fold } from '../../matching/names/fold.js';
import { MONTH_NUMBERS } from '../../matching/spelling/months.js';
import type { BirthDate } from '../../matching/matching-record.js';

type Order = 'YMD' | 'DMY' | 'MDY';

/**
 * Reads a day of birth however it is written: 19560409, 1956-04-09, 09/04/1956, 9 April 1956, 1956, 04/1956, 2499.
 * Where day and month could be either, the day comes first unless `order` says otherwise.
 */
export function readBirth(text: string | undefined, order: Order | undefined): BirthDate | undefined {
  const digits = (text ?? '').trim();
  if (!digits) return undefined;
  const compact = /^\d{8}$/.exec(digits);
  if (compact) return ofCompact(digits, order);
  const words = fold(digits.replace(/T\d.*$|\s\d{1,2}:.*$/, '')).words;
  const named = words.findIndex((word) => MONTH_NUMBERS.has(word));
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const lengths = words.filter((word) => /^\d+$/.test(word)).map((word) => word.length);
  if (named >= 0) return ofNamedMonth(numbers, MONTH_NUMBERS.get(words[named] ?? ''));
  if (numbers.length === 1) return { year: known(numbers[0]) };
  if (numbers.length === 2)
    return lengths[0] === 4 ? parts(numbers[0], numbers[1]) : parts(numbers[1], numbers[0]);
  if (numbers.length < 3) return undefined;
  return ofThree(numbers, lengths[0] === 4 ? 'YMD' : (order ?? 'DMY'));
}

function ofCompact(digits: string, order: Order | undefined): BirthDate {
  const number = (from: number, to: number) => Number(digits.slice(from, to));
  if (order === 'DMY') return parts(number(4, 8), number(2, 4), number(0, 2));
  if (order === 'MDY') return parts(number(4, 8), number(0, 2), number(2, 4));
  return parts(number(0, 4), number(4, 6), number(6, 8));
}

function ofThree([first, second, third]: number[], order: Order): BirthDate {
  if (order === 'YMD') return parts(first, second, third);
  if (order === 'MDY') return (first ?? 0) > 12 ? parts(third, second, first) : parts(third, first, second);
  return (second ?? 0) > 12 ? parts(third, first, second) : parts(third, second, first);
}

function ofNamedMonth(numbers: number[], month: number | undefined): BirthDate {
  const year = numbers.find((number) => number > 31);
  return parts(
    year,
    month,
    numbers.find((number) => number !== year),
  );
}

const parts = (year?: number, month?: number, day?: number): BirthDate => ({
  year: whole(year),
  month: known(month),
  day: known(day),
});
const known = (value: number | undefined) => (value ? value : undefined);
/** Two digits are of the last hundred years. */
const whole = (year: number | undefined) =>
  year && year < 100 ? year + (year > 26 ? 1900 : 2000) : known(year);
