import { parseCatalogue } from './catalogue.js';
import { Translator } from './translator.js';

const meta = (name: string) => ({ name, direction: 'ltr', reviewedByNativeSpeaker: true });
const english = parseCatalogue('en', {
  $meta: meta('English'),
  'people.count': '{count, plural, one {# person} other {# people}}',
  'people.only-english': 'Only here',
  'people.greeting': 'Hello {name}, <b>welcome</b>',
});
const indonesian = parseCatalogue('id', {
  $meta: meta('Bahasa Indonesia'),
  'people.count': '{count, number} orang',
});

describe('Translator', () => {
  const translator = new Translator([english, indonesian]);

  it('formats by the rules of the language', () => {
    expect(translator.translate('en', 'people.count', { count: 1 })).toBe('1 person');
    expect(translator.translate('en', 'people.count', { count: 1440 })).toBe('1,440 people');
    expect(translator.translate('id', 'people.count', { count: 1440 })).toBe('1.440 orang');
  });

  it("leaves mark-up alone: escaping is the page's work", () => {
    expect(translator.translate('en', 'people.greeting', { name: '<i>Siti</i>' })).toBe(
      'Hello <i>Siti</i>, <b>welcome</b>',
    );
  });

  it('uses the base language where a language or a key is missing', () => {
    expect(translator.translate('id', 'people.only-english')).toBe('Only here');
    expect(translator.translate('xx', 'people.only-english')).toBe('Only here');
  });

  it('tells of a key that nobody has, and of keys that only look like one', () => {
    const missing: string[] = [];
    const strict = new Translator([english], { onMissing: (_locale, key) => missing.push(key) });
    expect(strict.translate('en', 'people.nobody')).toBe('people.nobody');
    expect(strict.translate('en', 'constructor')).toBe('constructor');
    expect(missing).toEqual(['people.nobody', 'constructor']);
  });

  it('lists the languages it was given', () => {
    expect(translator.languages().map(({ locale, name }) => [locale, name])).toEqual([
      ['en', 'English'],
      ['id', 'Bahasa Indonesia'],
    ]);
  });
});

describe('parseCatalogue', () => {
  it.each([
    ['en', { title: 'no meta' }],
    ['en', { $meta: { name: 'English', direction: 'up', reviewedByNativeSpeaker: true } }],
    ['en', { $meta: meta('English'), nested: { title: 'x' } }],
    ['in', { $meta: meta('Bahasa Indonesia') }],
    ['not a tag', { $meta: meta('x') }],
    ['en', []],
  ])('refuses %s %j', (locale, json) => {
    expect(() => parseCatalogue(locale, json)).toThrow('Catalogue');
  });
});
