import { DateTime } from 'luxon';

/** Parts of a birth date as far as they are known. Gregorian; month 1-12. */
export interface PartialDate {
  year: number | null;
  month: number | null;
  day: number | null;
}

/** Plain `en` puts the month first, as the United States do; readers of a second language know the day first. */
const DAY_BEFORE_MONTH: Readonly<Record<string, string>> = { en: 'en-GB' };

/**
 * The locale for numbers and dates: Gregorian years and Latin digits everywhere, because a Thai year (543 ahead) or
 * Burmese digits on a receipt would not match the person's documents.
 */
export function formatsOf(locale: string): string {
  return new Intl.Locale(DAY_BEFORE_MONTH[locale] ?? locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
  }).toString();
}

/** @param iso an instant, ISO 8601 with offset; @param zone the post's IANA time zone. */
export function formatInstant(
  iso: string,
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(formatsOf(locale), { ...options, timeZone: zone }).format(instant(iso));
}

export const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
export const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
export const DAY_TIME: Intl.DateTimeFormatOptions = { ...DAY, ...TIME };
export const DAY_SHORT: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
export const DATE_TIME: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  ...TIME,
};

/** For people to read, in a sentence that names both. @param zone the post's IANA time zone */
export function dayAndTime(at: Date, locale: string, zone: string): { day: string; time: string } {
  const iso = at.toISOString();
  return { day: formatInstant(iso, locale, zone, DAY), time: formatInstant(iso, locale, zone, TIME) };
}

/** The offset in force at that instant, as people write it: `GMT+7`. */
export function zoneOffset(iso: string, locale: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(formatsOf(locale), { timeZone: zone, timeZoneName: 'shortOffset' });
  return parts.formatToParts(instant(iso)).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** A calendar day without a zone (`2026-01-20`), as a birth date or a bulletin's day. */
export function formatDate(
  date: string,
  locale: string,
  options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' },
): string {
  return formatInstant(`${date}T00:00:00Z`, locale, 'UTC', options);
}

/** @returns what is known of a date in the locale's order, or null where nothing is. */
export function formatPartialDate(date: Partial<PartialDate>, locale: string): string | null {
  const { year = null, month = null, day = null } = date;
  if (year === null && month === null && day === null) return null;
  const options: Intl.DateTimeFormatOptions = {};
  if (year !== null) options.year = 'numeric';
  if (month !== null) options.month = 'long';
  if (day !== null) options.day = 'numeric';
  const known = DateTime.utc(year ?? 2000, month ?? 1, day ?? 1);
  return new Intl.DateTimeFormat(formatsOf(locale), { ...options, timeZone: 'UTC' }).format(known.toMillis());
}

export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(formatsOf(locale)).format(value);
}

/** @param currency ISO 4217, shown as its code: `65.60 USD` */
export function formatMoney(value: number, currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(formatsOf(locale), {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
  });
  const amount = parts.formatToParts(value).filter(({ type }) => type !== 'currency');
  return `${amount
    .map((part) => part.value)
    .join('')
    .trim()} ${currency}`;
}

/** A length of time in the two largest units that matter: `2 days 3 hr`, `1 hr 5 min`, `4 min`. @param minutes >= 0 */
export function formatDuration(minutes: number, locale: string): string {
  const whole = Math.round(minutes);
  const parts: [number, string][] = [
    [Math.floor(whole / 1440), 'day'],
    [Math.floor((whole % 1440) / 60), 'hour'],
    [whole % 60, 'minute'],
  ];
  const first = Math.max(
    0,
    parts.findIndex(([count]) => count > 0),
  );
  const shown = whole === 0 ? [parts[2]] : parts.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.flatMap((part) => (part ? [unit(...part, locale)] : [])).join(' ');
}

/** In whole words, as it is read out: `20 seconds`. */
export const formatSeconds = (count: number, locale: string): string => unit(count, 'second', locale, 'long');

function unit(count: number, name: string, locale: string, unitDisplay: 'short' | 'long' = 'short'): string {
  return new Intl.NumberFormat(formatsOf(locale), { style: 'unit', unit: name, unitDisplay }).format(count);
}

/** @throws RangeError where the text is no instant. */
function instant(iso: string): number {
  const moment = DateTime.fromISO(iso, { setZone: true });
  if (!moment.isValid) throw new RangeError('Not an ISO 8601 instant');
  return moment.toMillis();
}
