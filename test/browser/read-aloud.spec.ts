import { readCatalogues } from '../../src/platform/i18n/catalogue-files.js';
import { openBrowser, PATIENCE } from '../support/browser.js';
import { journeysOf } from '../support/journey.js';
import { inspect } from '../support/page-inspection.js';
import { register } from '../support/register-in-browser.js';
import { type Service, startService } from '../support/service.js';

describe('what a screen reader says', () => {
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

  const signedIn = async ({ accessSecret }: { accessSecret: string }) => {
    const page = await browser.visit();
    await page.goto(`/status/sign-in#s=${accessSecret}`);
    await page.waitForURL('**/status');
    return page;
  };

  it(
    'of a photo that was not chosen belongs to the field',
    async () => {
      const page = await signedIn(await service.register());
      await page.goto('/status/photo');
      await page.getByRole('button', { name: 'Send the photo' }).click();
      await page.locator('.govuk-error-message').waitFor();
      expect(await inspect(page)).toEqual([]);
      const described = await page.locator('#photo').getAttribute('aria-describedby');
      expect(await page.locator(`#${described}`).innerText()).toContain('Choose a photo');
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'of an open status page is what has changed, once and in order, and whoever reads it stays where they are',
    async () => {
      const journeys = await journeysOf(service);
      const [first, second] = [
        await journeys.booked({ fullName: 'Sari Contoh' }),
        await journeys.booked({ fullName: 'Wahyu Contoh' }),
      ];
      await journeys.checkedIn(first);
      await journeys.checkedIn(second);
      const page = await signedIn(second);
      await page.getByText('1 person is before you').waitFor();
      // what is listened to from the start, some screen readers read twice
      expect(await page.locator('[data-live-part]').locator('[aria-live], [role=status]').count()).toBe(0);
      const told = page.locator('[data-told]');
      expect(await told.innerText()).toBe('');
      await page.evaluate(`window.before = [...document.querySelectorAll('[data-live-part] *')]`);
      await service.query(
        "UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now() WHERE registration_id = $1",
        [first.id],
      );
      const next = page.locator('.pulang-ticket').getByText('You are next');
      while (!(await next.isVisible())) {
        await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        await next.waitFor({ timeout: 500 }).catch(() => undefined);
      }
      const stayed = await page.evaluate<string[]>(
        `before.filter((part) => document.contains(part)).map(({ tagName }) => tagName)`,
      );
      for (const tag of ['H1', 'DIV', 'LI', 'A']) expect(stayed).toContain(tag);
      expect(await told.innerText()).toMatch(/^Your number\. 002\. You are next\./);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'of a code is each letter and digit, and what is copied is the code alone',
    async () => {
      const page = await browser.visit();
      await register(page, '/register');
      const codes = page.locator('.pulang-codes dd');
      const heard = await codes.evaluateAll((all) =>
        all.map((one) =>
          [...one.children].filter((part) => !part.ariaHidden).map((part) => part.textContent),
        ),
      );
      expect(heard[0]![0]).toMatch(/^P N H - (. ){4}- (. ){4}- .$/);
      expect(heard[1]![0]).toMatch(/^(. ){5}- (. ){4}.$/);
      const copied = await codes.evaluateAll((all) =>
        all.map((one) => {
          const selection = one.ownerDocument.getSelection()!;
          selection.selectAllChildren(one);
          return selection.toString();
        }),
      );
      expect(copied.map((text) => text.trim().length)).toEqual([15, 11]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'or a kiosk prints has a day in words or in numbers in every language, and no code for a month',
    async () => {
      const page = await browser.visit({ locale: 'my' });
      await page.goto('/');
      const written = await page.evaluate<string[]>(`(async () => {
        const { dateTime } = await import('/assets/kiosk-receipt.js');
        return ${JSON.stringify(readCatalogues().map(({ locale }) => locale))}.map((locale) => {
          document.documentElement.lang = locale;
          return dateTime(Date.UTC(2026, 10, 28, 5));
        });
      })()`);
      expect(written.filter((when) => /M\d/.test(when))).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );
});
