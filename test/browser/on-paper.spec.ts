import { PATIENCE } from '../support/browser.js';
import { renderSamples } from '../support/render-samples.js';
import { openSamples } from '../support/samples-in-browser.js';

describe('pages that are printed', () => {
  let samples: Awaited<ReturnType<typeof openSamples>>;
  beforeAll(async () => {
    samples = await openSamples();
  }, PATIENCE);
  afterAll(() => samples.close(), PATIENCE);

  it.each([
    ['what people keep', /^(receipt\/|register\/(done|saved)|status\/status)(?!.*kiosk)/, ['en', 'ur', 'my']],
    ['figures and plans', /^(ministry\/|console\/(planner|supervisor|arrivals|list))/, ['en', 'id']],
  ])(
    'have all on the sheet, and nothing that only a screen needs: %s',
    async (_, wanted, locales) => {
      for (const locale of locales)
        expect(await samples.faultsOnPaper(renderSamples([locale], wanted))).toEqual([]);
    },
    PATIENCE,
  );
});
