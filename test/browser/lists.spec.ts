import type { Page } from 'playwright-core';
import { openBrowser, PATIENCE, PHONE } from '../support/browser.js';
import { inspect } from '../support/page-inspection.js';
import { type Service, startService } from '../support/service.js';

/** Of 60 people every second has no such birthday, and nobody a whole phone number. */
const LIST = [
  'full_name,birth_date,sex,contact_method,phone,consents,language',
  ...Array.from(
    { length: 60 },
    (_, i) => `Uji Contoh ${i},${i % 2 ? '1998-13-45' : '1990-04-11'},M,sms,12,embassy-assistance,id`,
  ),
  'Budi Contoh,1998-04-17,M,sms,+85512345678,embassy-assistance,id',
].join('\r\n');

describe('a list with many faults', () => {
  let service: Service;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    service = await startService();
    browser = await openBrowser(service);
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await service.stop();
  }, PATIENCE);

  const placeOf = (page: Page, id: string) =>
    page.evaluate<{ top: number; left: number }>(
      `(({ top, left }) => ({ top, left }))(document.getElementById('${id}').getBoundingClientRect())`,
    );

  it(
    'says what to decide above them on a phone, and beside them on a desk',
    async () => {
      const page = await browser.visit();
      const { password } = service.demonstration.accounts.find(({ username }) => username === 'supervisor')!;
      await page.goto('/console/sign-in');
      await page.fill('[name=username]', 'supervisor');
      await page.fill('[name=password]', password);
      await page.click('main form button');
      await page.waitForURL('**/console/supervisor');
      await page.goto('/console/lists');
      const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) };
      await page.setInputFiles('[name=file]', file);
      await page.click('form[enctype] button');
      await page.waitForURL('**/console/lists/*');
      expect(
        await page.locator('#faults ~ .pulang-scroll').first().locator('tbody tr').count(),
      ).toBeGreaterThan(80);
      expect((await placeOf(page, 'next')).top).toBeLessThan(2 * PHONE.height);
      expect((await placeOf(page, 'next')).top).toBeLessThan((await placeOf(page, 'faults')).top);
      expect(await inspect(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      const [next, faults] = [await placeOf(page, 'next'), await placeOf(page, 'faults')];
      expect(next.left).toBeGreaterThan(faults.left + 500);
      expect(faults.top).toBeLessThan(next.top);
      expect(await inspect(page)).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );
});
