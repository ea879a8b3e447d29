import type { BrowserContext, Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { type KioskHall, openKioskHall } from '../support/kiosk-hall.js';
import { killKiosk } from '../support/kiosk-in-browser.js';

describe('a kiosk that is switched off right after it was enrolled', () => {
  let hall: KioskHall;
  let kiosk: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    hall = await openKioskHall();
    await start();
  }, PATIENCE);
  afterAll(() => hall.close(kiosk), PATIENCE);

  async function start() {
    ({ kiosk, page } = await hall.start());
  }
  /** As a power cut: cookies of the last 30 seconds are not on the disk. */
  async function switchOffAndOn() {
    killKiosk(hall.profile);
    await kiosk.close().catch(() => undefined);
    await start();
  }
  const isConnected = () => page.locator('[data-connection]', { hasText: /^Connected$/ }).waitFor();
  const keptCodes = () =>
    page.evaluate<number>(`new Promise((resolve) => {
      indexedDB.open('pulang-enrolment').onsuccess = ({ target: { result } }) => {
        result.transaction('code').objectStore('code').count().onsuccess = ({ target }) => resolve(target.result);
        result.close();
      };
    })`);

  it(
    'is enrolled when it is back, also where the answer was lost',
    async () => {
      hall.network.loseAnswersOf('POST /enrol');
      const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
      await page
        .goto(`${hall.network.url}/enrol#code=${hall.service.demonstration.kioskCode}`)
        .catch(() => undefined);
      await lost;
      hall.network.mend();
      await switchOffAndOn();
      await page.goto(`${hall.network.url}/kiosk`);
      await isConnected();
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
      await switchOffAndOn();
      await page.goto(`${hall.network.url}/kiosk`);
      await isConnected();
      const sessions = await hall.service.query(
        "SELECT FROM session WHERE role = 'kiosk' AND ended_at IS NULL",
      );
      expect(sessions).toHaveLength(1);
    },
    PATIENCE,
  );

  it(
    'keeps its code no longer than its cookie needs to reach the disk',
    async () => {
      expect(await keptCodes()).toBe(1);
      await page.clock.install({ time: Date.now() + 120_000 });
      await page.reload();
      await isConnected();
      for (let tries = 0; tries < 100 && (await keptCodes()) > 0; tries++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await keptCodes()).toBe(0);
    },
    PATIENCE,
  );

  it(
    'says that a code is wrong once, and does not send it again',
    async () => {
      await kiosk.clearCookies();
      await page.goto(`${hall.network.url}/enrol#code=0000-1111-2222-3333`);
      await page.locator('.govuk-error-summary').waitFor();
      await page.goto(`${hall.network.url}/enrol`);
      await page.waitForLoadState('networkidle');
      expect(new URL(page.url()).pathname).toBe('/enrol');
      expect(await keptCodes()).toBe(0);
    },
    PATIENCE,
  );
});
