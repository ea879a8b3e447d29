import { readCatalogues } from '../../src/platform/i18n/catalogue-files.js';
import { PATIENCE } from '../support/browser.js';
import { PUBLIC_PAGES, renderSamples } from '../support/render-samples.js';
import { openSamples } from '../support/samples-in-browser.js';

describe('every public page and every page of the kiosk', () => {
  let browser: Awaited<ReturnType<typeof openSamples>>;
  beforeAll(async () => {
    browser = await openSamples();
  }, PATIENCE);
  afterAll(() => browser.close(), PATIENCE);

  it(
    'of the kiosk begins with every language in sight, on the smallest screen and with the longest words',
    async () => {
      const locales = readCatalogues().map(({ locale }) => locale);
      const low: string[] = [];
      const samples = renderSamples(locales, /^kiosk\/start/);
      for (const sample of samples) {
        const bottom = await browser.bottomOf(sample, { width: 1280, height: 800 }, 'main .pulang-choices');
        if (bottom > 800) low.push(`${sample.locale} ${bottom}`);
      }
      expect({ looked: samples.length, low }).toEqual({ looked: locales.length, low: [] });
    },
    PATIENCE,
  );

  it.each(readCatalogues().map(({ locale }) => locale))(
    'has no fault of accessibility and fits its window in %s',
    async (locale) => {
      const pages = renderSamples([locale], PUBLIC_PAGES);
      expect(pages.length).toBeGreaterThan(50);
      expect(await browser.faultsOf(pages, locale === 'en')).toEqual([]);
    },
    PATIENCE,
  );
});
