import { countryName } from '../platform/icao/country-codes.js';
import * as formats from '../platform/i18n/formats.js';
import type { MessageParams, Translator } from '../platform/i18n/translator.js';
import { faultKeys, type FieldError } from './forms/form.view.js';
import type { PageContext } from './page-context.js';

/** The functions by which a template speaks: words, times in the post's zone, figures; all in the reader's language. */
export function pageWords(translator: Translator, { locale, timeZone }: PageContext) {
  const t = (key: string, params?: MessageParams) => translator.translate(locale, key, params);
  /** What is wrong with an answer, in words for its question where there are some. */
  const fault = (error: FieldError) => {
    const keys = faultKeys(error);
    return t(keys.find((key) => translator.has(key)) ?? keys.at(-1)!, error.params);
  };
  /** A date stays whole: in a narrow column it may break only before its time, a long one also before its last part. */
  const whole = (date: string) => date.replace(/(?<![,،]) /g, '\u00a0');
  const instant = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
    formats.formatInstant(iso, locale, timeZone, options);
  return {
    t,
    /** Words in another language than the reader's, for screens that speak several. */
    tIn: (other: string, key: string, params?: MessageParams) => translator.translate(other, key, params),
    /** The reader's language where the staff speaks it, for what only the staff reads on a page for everyone. */
    staffLanguage: translator.languages('staff').some((language) => language.locale === locale)
      ? locale
      : translator.baseLocale,
    time: instant(formats.TIME),
    day: instant(formats.DAY),
    dayTime: instant(formats.DAY_TIME),
    /** A time of the same day as what it stands in; with its day otherwise: "since 09:00" could be an hour or a night ago. */
    timeAsOf: (iso: string, asOf: string) => {
      const [day, time] = [instant(formats.DAY), instant(formats.TIME)];
      return day(iso) === day(asOf) ? time(iso) : instant(formats.DAY_TIME)(iso);
    },
    dateTime: (iso: string) => whole(instant(formats.DATE_TIME)(iso)),
    date: (date: string) => formats.formatDate(date, locale).replace(' ', '\u00a0'),
    shortDate: (date: string) => whole(formats.formatDate(date, locale, formats.DAY_SHORT)),
    /** ISO: 1 is Monday. 2024 began with one. */
    weekdayName: (weekday: number) => formats.formatDate(`2024-01-0${weekday}`, locale, { weekday: 'long' }),
    partialDate: (date: Partial<formats.PartialDate>) => formats.formatPartialDate(date, locale),
    number: (value: number) => formats.formatNumber(value, locale),
    country: (alpha3: string) => countryName(alpha3, locale),
    money: (value: number, currency: string) => formats.formatMoney(value, currency, locale),
    duration: (minutes: number) => formats.formatDuration(minutes, locale),
    seconds: (count: number) => formats.formatSeconds(count, locale),
    zone: (iso: string) => formats.zoneOffset(iso, locale, timeZone),
    /** A language's name in itself; what is no language as it was typed. */
    languageName: (tag: string) =>
      translator.languages().find((language) => language.locale === tag)?.name ??
      (isLanguage(tag) ? new Intl.DisplayNames(tag, { type: 'language' }).of(tag) : undefined) ??
      tag,
    /** What govuk-frontend's macros take as `errorMessage`. */
    errorOf: (errors: readonly FieldError[], field: string) => {
      const error = errors.find((candidate) => candidate.field === field);
      return error && { text: fault(error), visuallyHiddenText: t('form.error') };
    },
    /** What is wrong with inputs that are one question, as the parts of a date: there is one place to tell it. */
    faultsOf: (errors: readonly FieldError[], fields: readonly string[]) =>
      errors.filter(({ field }) => fields.includes(field)).map(fault),
    /** What govuk-frontend's error summary takes as `errorList`. */
    errorList: (errors: readonly FieldError[]) =>
      errors.map((error) => ({
        text: error.of === undefined ? fault(error) : `${error.of}: ${fault(error)}`,
        // no input shows it
        ...(error.field !== 'version' && { href: `#${error.field}` }),
      })),
  };
}

/** Whether it has a language's form: names of anything else make Intl throw. */
const isLanguage = (tag: string): boolean => /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(tag);
