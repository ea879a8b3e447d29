import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { Assets } from '../../src/web/assets/assets.js';
import { PATIENCE } from '../support/browser.js';
import { killKiosk, networkTo, startKiosk } from '../support/kiosk-in-browser.js';
import { type Service, startService } from '../support/service.js';

describe('a kiosk that is switched off right after it was enrolled', () => {
  const profile = mkdtempSync(join(tmpdir(), 'pulang-kiosk-'));
  let service: Service;
  let network: Awaited<ReturnType<typeof networkTo>>;
  let kiosk: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    service = await startService();
    await service.app.get(Assets).find('page.css');
    await service.app.listen(0, '127.0.0.1');
    network = await networkTo(await service.app.getUrl());
    await start();
  }, PATIENCE);
  afterAll(async () => {
    await kiosk.close();
    await network.close();
    await service.stop();
    rmSync(profile, { recursive: true, force: true });
  }, PATIENCE);

  async function start() {
    kiosk = await startKiosk(profile);
    page = kiosk.pages()[0] ?? (await kiosk.newPage());
  }
  /** As a power cut: cookies of the last 30 seconds are not on the disk. */
  async function switchOffAndOn() {
    killKiosk(profile);
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
      network.loseAnswersOf('POST /enrol');
      const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
      await page.goto(`${network.url}/enrol#code=${service.demonstration.kioskCode}`).catch(() => undefined);
      await lost;
      network.mend();
      await switchOffAndOn();
      await page.goto(`${network.url}/kiosk`);
      await isConnected();
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
      await switchOffAndOn();
      await page.goto(`${network.url}/kiosk`);
      await isConnected();
      const sessions = await service.query("SELECT FROM session WHERE role = 'kiosk' AND ended_at IS NULL");
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
      await page.goto(`${network.url}/enrol#code=0000-1111-2222-3333`);
      await page.locator('.govuk-error-summary').waitFor();
      await page.goto(`${network.url}/enrol`);
      await page.waitForLoadState('networkidle');
      expect(new URL(page.url()).pathname).toBe('/enrol');
      expect(await keptCodes()).toBe(0);
    },
    PATIENCE,
  );
});
