import { readCatalogues } from '../platform/i18n/catalogue-files.js';
import { Translator } from '../platform/i18n/translator.js';
import { pageWords } from './page-words.js';

const { languageName, timeAsOf } = pageWords(new Translator(readCatalogues()), {
  path: '/console/supervisor',
  locale: 'en',
  timeZone: 'Asia/Phnom_Penh',
  surface: 'web',
  post: null,
  staff: null,
});

describe('a time that stands in what is of one moment', () => {
  it('is told without its day where that is the same at the post', () => {
    expect(timeAsOf('2026-12-31T16:39:00Z', '2026-12-31T16:59:00Z')).toBe('23:39');
    expect(timeAsOf('2026-12-31T17:00:00Z', '2027-01-01T01:00:00Z')).toBe('00:00');
  });

  it('is told with its day where that is another one', () => {
    expect(timeAsOf('2026-12-31T16:39:00Z', '2026-12-31T17:01:00Z')).toMatch(/^Thursday.31 December.*23:39$/);
  });
});

describe('the name of a language', () => {
  it.each([
    ['my', 'မြန်မာဘာသာ'],
    ['de', 'Deutsch'],
    ['xx', 'xx'],
    ['?', '?'],
    ['', ''],
  ])('%j is %s: what is no language is shown as it was typed', (tag, name) =>
    expect(languageName(tag)).toBe(name),
  );
});
