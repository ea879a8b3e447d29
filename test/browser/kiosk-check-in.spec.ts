import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import { PATIENCE } from '../support/browser.js';
import { type KioskHall, openKioskHall } from '../support/kiosk-hall.js';
import { filesWith, killKiosk, shownOnGoingBack } from '../support/kiosk-in-browser.js';
import { inspect } from '../support/page-inspection.js';

const PICTURES = process.env['PULANG_PICTURES'];

describe('saying at a kiosk that one is here', () => {
  let hall: KioskHall;
  let kiosk: BrowserContext;
  let page: Page;
  let receipt: RegistrationReceipt;
  const faults: string[] = [];

  beforeAll(async () => {
    hall = await openKioskHall();
    receipt = await hall.service.register();
    ({ kiosk, page } = await hall.start());
    page.on('pageerror', (error) => faults.push(error.message));
    await hall.enrol(page);
  }, PATIENCE);
  afterAll(() => hall.close(kiosk), PATIENCE);

  const look = async (name: string) => {
    faults.push(...(await inspect(page)).map((fault) => `${name} ${fault}`));
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `kiosk-${name}.png`), fullPage: true });
  };
  const begin = async () => {
    await page.goto(`${hall.network.url}/kiosk`);
    await page.click('[data-check-in]');
    await page.waitForURL('**/kiosk/check-in');
  };
  const enter = async (reference: string, accessCode: string) => {
    await page.fill('[name=reference]', reference);
    await page.fill('[name=accessCode]', accessCode);
    await page.click('form button.pulang-button--next');
  };

  it(
    'is possible again by itself where somebody went to sign in as staff, and left',
    async () => {
      const another = await kiosk.newPage();
      await another.clock.install();
      const refused = await another.goto(`${hall.network.url}/console/sign-in`);
      expect(refused?.status()).toBe(403);
      await another.clock.runFor(45_000);
      await another.locator('[data-kiosk-idle][open]').waitFor();
      expect(await another.locator('[data-kiosk-idle] [role=alert]').innerText()).toContain('20 seconds');
      await another.clock.runFor(20_000);
      await another.waitForURL('**/kiosk');
      await another.locator('[data-check-in]').waitFor();
      await another.close();
    },
    PATIENCE,
  );

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
      expect(await shownOnGoingBack(page)).not.toContain(receipt.reference);
      await begin();
      killKiosk(hall.profile);
      await kiosk.close().catch(() => undefined);
      for (const text of [receipt.accessCode, receipt.reference, 'WRNGC'])
        expect(filesWith(hall.profile, text)).toEqual([]);
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );
});
