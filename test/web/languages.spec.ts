import { readCatalogues } from '../../src/platform/i18n/catalogue-files.js';
import { PUBLIC_PAGES, renderSamples } from '../support/render-samples.js';

/** The languages of the people whom an embassy in the region serves, and of those who help them. */
const LANGUAGES = ['am', 'bn', 'en', 'fil', 'hi', 'id', 'km', 'my', 'sw', 'th', 'ur', 'vi', 'zh'];

describe('the languages of the public pages', () => {
  const languages = readCatalogues();

  it('are thirteen, each named in itself', () => {
    expect(languages.map(({ locale }) => locale)).toEqual(LANGUAGES);
    expect(new Set(languages.map(({ meta }) => meta.name)).size).toBe(LANGUAGES.length);
    expect(languages.filter(({ meta }) => meta.direction === 'rtl').map(({ locale }) => locale)).toEqual([
      'ur',
    ]);
  });

  it.each(LANGUAGES)('fill every page in %s, without a word in English for want of one', (locale) => {
    const pages = renderSamples([locale], PUBLIC_PAGES);
    expect(pages.length).toBeGreaterThan(50);
    const direction = locale === 'ur' ? 'rtl' : 'ltr';
    for (const { name, html } of pages)
      expect([name, html.includes(`lang="${locale}" dir="${direction}"`)]).toEqual([name, true]);
  });

  it('join in Urdu with its own comma, dates and times too', () => {
    const pages = renderSamples(['ur'], PUBLIC_PAGES);
    const joined = pages.flatMap(({ name, html }) =>
      [...html.replace(/<[^>]*>/g, '').matchAll(/.{0,20}(?:\p{Script=Arabic}|\d\d),\s+\S{1,20}/gu)].map(
        ([words]) => `${name}: ${words}`,
      ),
    );
    expect(joined).toEqual([]);
  });

  it('are offered on every page but those that show a code once, which would lose it', () => {
    const offered = (wanted: RegExp) =>
      renderSamples(['en'], wanted).map(({ html }) => html.includes('class="pulang-languages"'));
    const once = /^(console\/(recovery-codes|new-codes|accounts|devices)|register\/saved)$/;
    expect(offered(once)).toEqual(Array(5).fill(false));
    expect(offered(/^(console\/(account|retention)|register\/return)$/)).toEqual(Array(3).fill(true));
  });
});
