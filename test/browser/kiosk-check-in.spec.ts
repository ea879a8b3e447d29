import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import { Assets } from '../../src/web/assets/assets.js';
import { PATIENCE } from '../support/browser.js';
import { filesWith, killKiosk, networkTo, startKiosk } from '../support/kiosk-in-browser.js';
import { inspect } from '../support/page-inspection.js';
import { type Service, startService } from '../support/service.js';

const PICTURES = process.env['PULANG_PICTURES'];

describe('saying at a kiosk that one is here', () => {
  const profile = mkdtempSync(join(tmpdir(), 'pulang-kiosk-'));
  let service: Service;
  let network: Awaited<ReturnType<typeof networkTo>>;
  let kiosk: BrowserContext;
  let page: Page;
  let receipt: RegistrationReceipt;
  const faults: string[] = [];

  beforeAll(async () => {
    service = await startService();
    receipt = await service.register();
    await service.app.get(Assets).find('page.css');
    await service.app.listen(0, '127.0.0.1');
    network = await networkTo(await service.app.getUrl());
    kiosk = await startKiosk(profile);
    page = kiosk.pages()[0] ?? (await kiosk.newPage());
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${network.url}/enrol#code=${service.demonstration.kioskCode}`);
    await page.waitForURL('**/kiosk');
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  }, PATIENCE);
  afterAll(async () => {
    await kiosk.close();
    await network.close();
    await service.stop();
    rmSync(profile, { recursive: true, force: true });
  }, PATIENCE);

  const look = async (name: string) => {
    faults.push(...(await inspect(page)).map((fault) => `${name} ${fault}`));
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `kiosk-${name}.png`), fullPage: true });
  };
  const begin = async () => {
    await page.goto(`${network.url}/kiosk`);
    await page.click('[data-check-in]');
    await page.waitForURL('**/kiosk/check-in');
  };
  const enter = async (reference: string, accessCode: string) => {
    await page.fill('[name=reference]', reference);
    await page.fill('[name=accessCode]', accessCode);
    await page.click('form button.pulang-button--next');
  };

  it(
    'leaves no code in the history, nor on the disk',
    async () => {
      await begin();
      await enter(receipt.reference, 'WRNGC-WRNGC');
      await page.locator('.govuk-error-summary').waitFor();
      await look('check-in-wrong');
      const length = await page.evaluate<number>('history.length');
      await enter(receipt.reference, receipt.accessCode);
      await page.locator('form', { has: page.locator('[name=accessCode]') }).waitFor({ state: 'detached' });
      await look('check-in-answer');
      expect(await page.evaluate('history.length')).toBe(length);
      await page.click('.pulang-footer form button');
      await page.waitForURL('**/kiosk');
      await page.goBack().catch(() => undefined);
      expect(await page.content()).not.toContain(receipt.reference);
      await begin();
      killKiosk(profile);
      await kiosk.close().catch(() => undefined);
      for (const text of [receipt.accessCode, receipt.reference, 'WRNGC'])
        expect(filesWith(profile, text)).toEqual([]);
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );
});
