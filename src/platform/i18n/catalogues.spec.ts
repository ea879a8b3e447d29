import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue } from './catalogue.js';
import { readCatalogues } from './catalogue-files.js';

const SOURCES = join(import.meta.dirname, '../..');
const STAFF_WORDS = join(import.meta.dirname, 'catalogues/staff/en.json');
const KINDS =
  'malformed|unauthenticated|forbidden|not-found|conflict|stale|precondition-missing|too-large|unsupported|invalid|too-many|unavailable';

const sources = (extension: string): string[] =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'));

const literals = (text: string): string[] => [...text.matchAll(/'([a-z][a-z-]*)'/g)].map(([, code]) => code!);

/** Codes of `new Problem(kind, code)` and of tables from something to `[kind, code]`. */
const problemCodes = (text: string): string[] =>
  [...text.matchAll(new RegExp(`(?:new Problem\\(|\\[)\\s*'(?:${KINDS})',\\s*'([a-z-]+)'`, 'g'))].map(
    ([, code]) => code!,
  );

/** Codes of `{ pointer, code }`, also where one of two is chosen. */
const faultCodes = (text: string): string[] =>
  [...text.matchAll(/pointer:(?:[^;{}]|\$\{[^}]*\})*?\bcode:([^,}\n]+)/g)].flatMap(([, code]) =>
    literals(code!.replace(/^.*\?/, '')),
  );

/** The table from class-validator's checks to our codes. */
const checkCodes = (): string[] => {
  const [, table = ''] =
    /CODES[^{]*\{([^}]*)\}/.exec(readFileSync(join(SOURCES, 'platform/http/field-faults.ts'), 'utf8')) ?? [];
  return [...literals(table), 'required'];
};

const placeholders = (pattern: string, locale: string): string[] => {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (typeof part !== 'object' || part === null) return;
    const { type, value } = part as { type?: number; value?: unknown };
    if (typeof value === 'string' && type !== 0) names.add(value);
    Object.values(part).forEach(visit);
  };
  visit(new IntlMessageFormat(pattern, locale).getAst());
  return [...names].sort();
};

describe('the catalogues', () => {
  const catalogues = readCatalogues();
  const english = catalogues.find(({ locale }) => locale === 'en')!;
  const ofStaff = new Set(Object.keys(JSON.parse(readFileSync(STAFF_WORDS, 'utf8')) as object));
  const missing = (keys: Iterable<string>, { messages, forStaff }: Catalogue) =>
    [...new Set(keys)].filter((key) => !Object.hasOwn(messages, key) && (forStaff || !ofStaff.has(key)));

  it('have words for every problem that is thrown', () => {
    const codes = [...sources('.ts').flatMap(problemCodes), 'unexpected'];
    expect(codes.length).toBeGreaterThan(20);
    for (const catalogue of catalogues)
      expect(
        missing(
          codes.flatMap((code) => [`problem.${code}.title`, `problem.${code}.detail`]),
          catalogue,
        ),
      ).toEqual([]);
  });

  it('have words for every fault of a field', () => {
    const codes = [...sources('.ts').flatMap(faultCodes), ...checkCodes()];
    expect(codes.length).toBeGreaterThan(20);
    for (const catalogue of catalogues)
      expect(
        missing(
          codes.map((code) => `field.${code}`),
          catalogue,
        ),
      ).toEqual([]);
  });

  it('have every word that a page names', () => {
    const keys = sources('.njk').flatMap((view) =>
      [...view.matchAll(/\bt\('([\w.-]+)'[,)]/g)].map(([, key]) => key!),
    );
    expect(keys.length).toBeGreaterThan(100);
    expect(missing(keys, english)).toEqual([]);
  });

  it.each(catalogues.map((catalogue) => [catalogue.locale, catalogue] as const))(
    '%s says the same things as English, with the same gaps to fill',
    (locale, { messages, forStaff }) => {
      const wanted = Object.keys(english.messages).filter((key) => forStaff || !ofStaff.has(key));
      expect(Object.keys(messages).sort()).toEqual(wanted.sort());
      for (const [key, pattern] of Object.entries(messages))
        expect([key, placeholders(pattern, locale)]).toEqual([
          key,
          placeholders(english.messages[key]!, 'en'),
        ]);
    },
  );

  it('keep a Burmese “not” and its verb on one line: alone on the next, “do not give” reads “give”', () => {
    const words = new Intl.Segmenter('my', { granularity: 'word' });
    const partedNots = (text: string) =>
      [...words.segment(text)].filter(
        ({ segment, index }) =>
          segment.endsWith('မ') &&
          /^[က-အ]/.test(text.slice(index + segment.length)) &&
          !/(?:ပထ|ခန်း)မ$/.test(text.slice(0, index + segment.length)),
      ).length;
    const { messages } = catalogues.find(({ locale }) => locale === 'my')!;
    const onPages = Object.entries(messages).filter(([key]) => !key.startsWith('message.'));
    expect(onPages.filter(([, text]) => partedNots(text) > 0)).toEqual([]);
  });
});
