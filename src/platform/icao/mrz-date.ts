import type { PartialDate } from '../i18n/formats.js';

/** Six characters, `YYMMDD`; parts of a birth date that nobody knows are `<<` (Doc 9303-3 section 4.8). */
export type MrzDate = string;

const UNKNOWN = '<<';
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** As the lines print it: the century is left out, and what nobody knows is filled (Doc 9303-3 section 4.8). */
export function printDate({ year, month, day }: PartialDate): MrzDate {
  return [year === null ? null : year % 100, month, day].map(printPart).join('');
}

/** Whether the text is a date of the calendar, as far as it is known. The century being open, 29 February 00 may be. */
export function isMrzDate(text: string): boolean {
  if (!/^(\d\d|<<){3}$/.test(text)) return false;
  const [year, month, day] = partsOf(text);
  if (month !== null && (month < 1 || month > 12)) return false;
  const leap = year === null || year % 4 === 0;
  const longest = month === 2 && !leap ? 28 : DAYS_IN_MONTH[(month ?? 1) - 1];
  return day === null || (day >= 1 && day <= (longest ?? 31));
}

/**
 * The date of birth, in the latest century that does not put it into the future.
 * @param text for which {@link isMrzDate} holds
 * @param today `YYYY-MM-DD`
 */
export function birthDateOf(text: MrzDate, today: string): PartialDate {
  const [yearOfCentury, month, day] = partsOf(text);
  if (yearOfCentury === null) return { year: null, month, day };
  const year = Math.floor(Number(today.slice(0, 4)) / 100) * 100 + yearOfCentury;
  const earliest = [String(year), ...[month, day].map((part) => printPart(part ?? 1))].join('-');
  return { year: earliest > today ? year - 100 : year, month, day };
}

/**
 * The date of expiry as `YYYY-MM-DD`, in the century that puts it nearest to today: documents last ten years, expired
 * ones are shown too.
 * @param text for which {@link isMrzDate} holds, with every part known
 * @param today `YYYY-MM-DD`
 */
export function expiryDateOf(text: MrzDate, today: string): string {
  const thisYear = Number(today.slice(0, 4));
  const ahead = (((Number(text.slice(0, 2)) - thisYear) % 100) + 100) % 100;
  const year = thisYear + (ahead > 50 ? ahead - 100 : ahead);
  return `${year}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
}

const printPart = (part: number | null): string => (part === null ? UNKNOWN : String(part).padStart(2, '0'));

function partsOf(text: MrzDate): [number | null, number | null, number | null] {
  const part = (from: number) => (text.startsWith(UNKNOWN, from) ? null : Number(text.slice(from, from + 2)));
  return [part(0), part(2), part(4)];
}
