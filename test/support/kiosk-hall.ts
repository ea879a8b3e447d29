import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { Assets } from '../../src/web/assets/assets.js';
import { networkTo, startKiosk } from './kiosk-in-browser.js';
import { startService } from './service.js';

/** A service, a network to it that can be cut, and a folder for the browser of a kiosk, which is not started yet. */
export async function openKioskHall() {
  const profile = mkdtempSync(join(tmpdir(), 'pulang-kiosk-'));
  const service = await startService();
  await service.app.get(Assets).find('page.css');
  await service.app.listen(0, '127.0.0.1');
  const network = await networkTo(await service.app.getUrl());
  return {
    profile,
    service,
    network,
    /** Switches the kiosk on, as what it was before. */
    start: async (): Promise<{ kiosk: BrowserContext; page: Page }> => {
      const kiosk = await startKiosk(profile);
      return { kiosk, page: kiosk.pages()[0] ?? (await kiosk.newPage()) };
    },
    enrol: async (page: Page) => {
      await page.goto(`${network.url}/enrol#code=${service.demonstration.kioskCode}`);
      await page.waitForURL('**/kiosk');
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    },
    close: async (kiosk: BrowserContext) => {
      await kiosk.close();
      await network.close();
      await service.stop();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

export type KioskHall = Awaited<ReturnType<typeof openKioskHall>>;
