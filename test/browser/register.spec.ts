import type { Page } from 'playwright-core';
import { KIOSK, openBrowser, PATIENCE, PHONE } from '../support/browser.js';
import { inspect } from '../support/page-inspection.js';
import { go, register } from '../support/register-in-browser.js';
import { type Service, startService } from '../support/service.js';

describe('registering in a browser', () => {
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

  const heading = (page: Page) => page.locator('h1').first().innerText();

  it.each([
    ['without scripts', false],
    ['with scripts', true],
  ])(
    'works on a small phone %s',
    async (_, javaScriptEnabled) => {
      const page = await browser.visit({ javaScriptEnabled });
      await page.goto('/');
      await page.click('text=Register to go home');
      await register(page, page.url());
      expect(new URL(page.url()).pathname).toBe('/register/done');
      expect(await heading(page)).toBe('You are registered');
      expect(await page.locator('.pulang-qr').count()).toBe(1);
      const { scrollWidth } = await page.evaluate<{ scrollWidth: number }>(
        '({ scrollWidth: document.documentElement.scrollWidth })',
      );
      expect(scrollWidth).toBeLessThanOrEqual(PHONE.width);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'brings a reader to what has to be corrected, and keeps the rest',
    async () => {
      const page = await browser.visit();
      await page.goto('/register/safety');
      await go(page);
      await page.locator('.govuk-error-summary:focus').waitFor();
      await page.click('.govuk-error-summary a');
      expect(await page.evaluate<string>('document.activeElement.id')).toBe('safe');
      await page.check('[name=safe][value=no]');
      await go(page);
      await page.check('[name=needs][value=pregnant]');
      await go(page);
      await page.fill('[name=fullName]', '12345');
      await go(page);
      await page.locator('.govuk-error-summary:focus').waitFor();
      expect(await page.inputValue('[name=fullName]')).toBe('12345');
      for (const [input, value] of [
        ['needs', 'pregnant'],
        ['safe', 'no'],
      ] as const) {
        await page.click('.pulang-back button');
        expect(await page.isChecked(`[name=${input}][value=${value}]`)).toBe(true);
      }
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    "goes back with the browser's own way back too, and when loaded anew stays, with all that was typed",
    async () => {
      const page = await browser.visit();
      const asked = (question: string) => page.getByRole('heading', { name: question, level: 1 }).waitFor();
      await page.goto('/register/safety');
      await page.check('[name=safe][value=yes]');
      await go(page);
      await asked('Does any of this apply to you?');
      await go(page);
      await page.fill('[name=fullName]', 'Siti Contoh');
      await go(page);
      await page.locator('[name=year]').pressSequentially('1998');
      await page.goBack({ waitUntil: 'commit' });
      await asked('What is your name?');
      expect(await page.inputValue('[name=fullName]')).toBe('Siti Contoh');
      await page.locator('[name=fullName]').press('End');
      await page.goBack({ waitUntil: 'commit' });
      await asked('Does any of this apply to you?');
      await page.locator('[name=needs]').first().press('Tab');
      await page.goBack({ waitUntil: 'commit' });
      await asked('Are you safe right now?');
      expect(await page.isChecked('[name=safe][value=yes]')).toBe(true);
      await go(page);
      await asked('Does any of this apply to you?');
      await go(page);
      await asked('What is your name?');
      await go(page);
      await asked('When were you born?');
      expect(await page.inputValue('[name=year]')).toBe('1998');
      await page.locator('[name=year]').press('End');
      await page.reload();
      await asked('When were you born?');
      expect(await page.inputValue('[name=year]')).toBe('1998');
      await page.goBack({ waitUntil: 'commit' });
      await asked('What is your name?');
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    "leads out of the questions with the browser's way back, from the first one and from the end, to the page before them",
    async () => {
      const page = await browser.visit();
      const out = async () => {
        await page.goBack({ waitUntil: 'commit' });
        await page.waitForURL(({ pathname }) => pathname === '/');
        expect(await heading(page)).toBe('Go home safely');
      };
      await page.goto('/');
      await page.click('text=Register to go home');
      await page.check('[name=safe][value=yes]');
      await go(page);
      await page.click('.pulang-back button');
      await page.locator('[name=safe]').first().press('Tab');
      await out();
      expect(await page.evaluate<number>('navigation.currentEntry.index')).toBe(0);
      await page.click('text=Register to go home');
      await register(page, page.url());
      await page.waitForURL('**/register/done#here');
      await out();
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'changes the language and goes back in the middle, and keeps what was answered and what is only typed',
    async () => {
      const page = await browser.visit({ javaScriptEnabled: false });
      await page.goto('/register/safety');
      await page.check('[name=safe][value=yes]');
      await go(page);
      await page.locator('[name=needs]').first().waitFor();
      await go(page);
      await page.fill('[name=fullName]', 'Siti');
      await page.click('.pulang-languages summary');
      await page.click('.pulang-languages button[lang=id]');
      expect(await page.getAttribute('html', 'lang')).toBe('id');
      expect(await page.inputValue('[name=fullName]')).toBe('Siti');
      await page.press('[name=fullName]', 'Enter');
      await page.fill('[name=year]', '1990');
      await page.click('.pulang-back button');
      expect(await page.inputValue('[name=fullName]')).toBe('Siti');
      await page.press('[name=fullName]', 'Enter');
      expect(await page.inputValue('[name=year]')).toBe('1990');
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'stays where it is without a network, says so, and goes on with what was typed once there is one',
    async () => {
      const page = await browser.visit();
      await page.goto('/register/safety');
      await page.check('[name=safe][value=yes]');
      await go(page);
      await page.locator('[name=needs]').first().waitFor();
      await go(page);
      await page.fill('[name=fullName]', 'Siti Contoh');
      await page.context().setOffline(true);
      await go(page);
      await page.locator('text=No network now').waitFor();
      expect(await inspect(page)).toEqual([]);
      await page.context().setOffline(false);
      await page.locator('text=No network now').waitFor({ state: 'hidden' });
      await go(page);
      await page.locator('[name=year]').waitFor();
      expect(await page.locator('[data-offline]').isVisible()).toBe(false);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'sends where the browser wrongly believes that it has no network',
    async () => {
      const page = await browser.visit();
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false }),
      );
      await page.goto('/register/safety');
      await page.check('[name=safe][value=yes]');
      await go(page);
      await page.locator('[name=needs]').first().waitFor();
      await page.context().close();
    },
    PATIENCE,
  );

  it.each(['en', 'id'])(
    'shows no fault of accessibility on any page of the way in %s',
    async (locale) => {
      const page = await browser.visit({ locale });
      const faults: string[] = [];
      await register(page, '/register/safety', async () => {
        faults.push(...(await inspect(page)).map((fault) => `${page.url()} ${fault}`));
      });
      await page.goto('/receipt');
      faults.push(...(await inspect(page)));
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'opens the status by the link of the receipt and takes its secret out of the address',
    async () => {
      const { accessSecret } = await service.register();
      const page = await browser.visit();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`/status/sign-in#s=${accessSecret}`);
      await page.waitForURL('**/status');
      expect(asked.some((url) => url.includes(accessSecret))).toBe(false);
      expect(await inspect(page)).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'clears a kiosk that was left alone, and lets somebody ask for more time',
    async () => {
      const page = await browser.visit({ viewport: KIOSK });
      await page.goto(`/enrol#code=${service.demonstration.kioskCode}`);
      await page.waitForURL('**/kiosk');
      expect(await inspect(page)).toEqual([]);
      await page.clock.install();
      await page.goto('/kiosk/register/safety');
      await page.check('[name=safe][value=yes]');
      await go(page);
      await page.locator('[name=needs]').first().waitFor();
      await go(page);
      await page.fill('[name=fullName]', 'Siti Contoh');
      await page.clock.runFor(45_000);
      expect(await page.locator('dialog').isVisible()).toBe(true);
      expect(await inspect(page)).toEqual([]);
      await page.click('[data-kiosk-more]');
      await page.clock.runFor(30_000);
      expect(await page.locator('dialog').isVisible()).toBe(false);
      expect(await page.inputValue('[name=fullName]')).toBe('Siti Contoh');
      await page.clock.runFor(35_000);
      await page.waitForURL('**/kiosk');
      expect(await heading(page)).toBe('Welcome');
      await page.context().close();
    },
    PATIENCE,
  );
});
