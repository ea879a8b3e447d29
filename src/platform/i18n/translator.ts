import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue } from './catalogue.js';
import { formatsOf } from './formats.js';

export type MessageParams = Readonly<Record<string, string | number>>;

export interface Language {
  locale: string;
  name: string;
  direction: 'ltr' | 'rtl';
}

export interface TranslatorOptions {
  /** The language whose words stand in for words another language lacks. */
  baseLocale?: string;
  /** Told of a key that no catalogue has; tests throw here. */
  onMissing?: (locale: string, key: string) => void;
  /** Told of a key for which the base language stands in. */
  onStandIn?: (locale: string, key: string) => void;
}

/** Turns message keys into words. Pure: catalogues in, text out; formats are parsed once for a key and a language. */
export class Translator {
  readonly baseLocale: string;
  private readonly catalogues: ReadonlyMap<string, Catalogue>;
  private readonly parsed = new Map<string, IntlMessageFormat>();
  private readonly onMissing: (locale: string, key: string) => void;
  private readonly onStandIn: (locale: string, key: string) => void;

  constructor(catalogues: readonly Catalogue[], options: TranslatorOptions = {}) {
    this.catalogues = new Map(catalogues.map((catalogue) => [catalogue.locale, catalogue]));
    this.baseLocale = options.baseLocale ?? 'en';
    this.onMissing = options.onMissing ?? (() => undefined);
    this.onStandIn = options.onStandIn ?? (() => undefined);
  }

  /** @returns plain text, never HTML; the key itself where no catalogue has it. */
  translate(locale: string, key: string, params: MessageParams = {}): string {
    const source = this.sourceOf(locale, key);
    if (!source) {
      this.onMissing(locale, key);
      return key;
    }
    if (source.locale !== locale) this.onStandIn(locale, key);
    return String(this.parse(source, key).format(params));
  }

  has(key: string): boolean {
    return this.sourceOf(this.baseLocale, key) !== undefined;
  }

  /** The languages that a reader can choose; the staff's pages speak fewer than those for everyone. */
  languages(reader: 'everyone' | 'staff' = 'everyone'): Language[] {
    return [...this.catalogues.values()]
      .filter(({ forStaff }) => forStaff || reader === 'everyone')
      .map(({ locale, meta }) => ({ locale, name: meta.name, direction: meta.direction }));
  }

  private sourceOf(locale: string, key: string): Catalogue | undefined {
    return [locale, this.baseLocale]
      .map((candidate) => this.catalogues.get(candidate))
      .find((catalogue) => catalogue && Object.hasOwn(catalogue.messages, key));
  }

  private parse(source: Catalogue, key: string): IntlMessageFormat {
    const cacheKey = `${source.locale} ${key}`;
    const known = this.parsed.get(cacheKey);
    if (known) return known;
    const format = new IntlMessageFormat(source.messages[key] ?? '', formatsOf(source.locale), undefined, {
      ignoreTag: true,
    });
    this.parsed.set(cacheKey, format);
    return format;
  }
}
