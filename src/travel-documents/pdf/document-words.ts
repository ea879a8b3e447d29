import { countryName } from '../../platform/icao/country-codes.js';
import type { MessageParams, Translator } from '../../platform/i18n/translator.js';
import type { BirthDate } from '../../registrations/birth-date.js';

interface State {
  /** Its language, which stands beside English (BCP 47). */
  language: string;
  /** What it calls itself, in English and in its language. */
  name: Both;
}

/** Sending states in whose language there are words. */
const STATES: Readonly<Record<string, State>> = {
  IDN: { language: 'id', name: { english: 'Republic of Indonesia', own: 'Republik Indonesia' } },
};

/** Something said in English and in the sending state's language; once where both are the same. */
export interface Both {
  english: string;
  own: string | null;
}

/** The words on a document, in two languages (ICAO Doc 9303-3 section 3.3: English beside the state's own). */
export class DocumentWords {
  /** The sending state's language (BCP 47), where there are words in it. */
  readonly own: string | undefined;

  constructor(
    private readonly translator: Translator,
    /** ISO 3166 alpha-3 */
    issuer: string,
  ) {
    this.own = STATES[issuer]?.language;
  }

  say(key: string, params: MessageParams = {}): Both {
    const english = this.translator.translate('en', `paper.${key}`, params);
    const own = this.own && this.translator.translate(this.own, `paper.${key}`, params);
    return { english, own: own === undefined || own === english ? null : own };
  }

  /** `Surname / Nama keluarga` */
  label(key: string): string {
    return joined(this.say(key));
  }

  /** The state as it calls itself, or its usual name where that is not on file. */
  state(alpha3: string): Both {
    return STATES[alpha3]?.name ?? this.country(alpha3);
  }

  country(alpha3: string): Both {
    const english = countryName(alpha3, 'en');
    const own = this.own && countryName(alpha3, this.own);
    return { english, own: own === undefined || own === english ? null : own };
  }

  /** `17 AUG/AGU 1998` (ICAO Doc 9303-3 section 3.1), X for what nobody knows (section 3.8). */
  date({ year, month, day }: BirthDate): string {
    const name = month === undefined ? 'XXX' : this.month(month);
    return [two(day), name, year === undefined ? 'XXXX' : String(year)].join(' ');
  }

  /** @param day `YYYY-MM-DD` */
  day(day: string): string {
    const [year, month, date] = day.split('-').map(Number);
    return this.date({ year, month, day: date });
  }

  private month(month: number): string {
    const names = ['en-US', ...(this.own ? [this.own] : [])].map((locale) => shortMonth(month, locale));
    return [...new Set(names)].join('/');
  }
}

export const joined = ({ english, own }: Both): string => (own === null ? english : `${english} / ${own}`);

const two = (day: number | undefined): string => (day === undefined ? 'XX' : String(day).padStart(2, '0'));

const months = new Map<string, Intl.DateTimeFormat>();

function shortMonth(month: number, locale: string): string {
  const format =
    months.get(locale) ??
    new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC', calendar: 'gregory' });
  months.set(locale, format);
  return format
    .format(Date.UTC(2000, month - 1, 1))
    .replace('.', '')
    .toUpperCase();
}
