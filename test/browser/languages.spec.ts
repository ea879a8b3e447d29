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
