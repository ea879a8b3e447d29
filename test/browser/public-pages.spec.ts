import { openBrowser, PATIENCE } from '../support/browser.js';
import { inspect } from '../support/page-inspection.js';
import { type Service, startService } from '../support/service.js';

const PAGES = ['/', '/languages', '/status/sign-in', '/check', '/enrol', '/no-such-page'];

describe('public pages in a browser', () => {
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

  it.each(['en', 'id'])(
    'have no fault of accessibility and fit a small phone in %s',
    async (locale) => {
      const page = await browser.visit({ locale });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      for (const path of PAGES) {
        await page.goto(path);
        expect(await page.getAttribute('html', 'lang')).toBe(locale);
        faults.push(...(await inspect(page)).map((fault) => `${path} ${fault}`));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'of a person have none either',
    async () => {
      const { accessSecret } = await service.register();
      await service.runJobs();
      const page = await browser.visit();
      await page.goto(`/status/sign-in#s=${accessSecret}`);
      await page.waitForURL('**/status');
      const faults: string[] = [];
      for (const path of ['/status', '/status/held', '/status/contact', '/status/withdraw', '/receipt']) {
        await page.goto(path);
        faults.push(...(await inspect(page)).map((fault) => `${path} ${fault}`));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'move up and down only, on the narrowest phone and with letters twice as large',
    async () => {
      const { accessSecret } = await service.register({ fullName: 'Sari Contoh' });
      await service.runJobs();
      const page = await browser.visit({ viewport: { width: 320, height: 640 } });
      await page.goto(`/status/sign-in#s=${accessSecret}`);
      await page.waitForURL('**/status');
      const own = [
        'status',
        'receipt',
        ...['appointment', 'contact', 'home'].map((name) => `status/${name}`),
      ];
      const wide: string[] = [];
      for (const path of [...PAGES, '/register/safety', ...own.map((name) => `/${name}`)]) {
        await page.goto(path);
        const width = await page.evaluate<number>(
          "document.documentElement.style.fontSize = '200%', document.documentElement.scrollWidth",
        );
        if (width > 320) wide.push(`${path} ${width}`);
      }
      expect(wide).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'are left at once by the button, with the space bar too, and by pressing Shift three times, without a way back',
    async () => {
      const page = await browser.visit();
      await page.route('**/exit', (route) => route.fulfill({ body: 'elsewhere' }));
      await page.goto('/check');
      await page.goto('/');
      for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
      await page.waitForURL('**/exit');
      await page.goBack();
      expect(new URL(page.url()).pathname).toBe('/check');
      await page.locator('.govuk-exit-this-page__button').press('Space');
      await page.waitForURL('**/exit');
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'send what is sent anew although the clock of the machine was put back meanwhile, and no second press at once',
    async () => {
      const page = await browser.visit();
      await page.goto('/status/sign-in');
      const sent = await page.evaluate<number[]>(`(async () => {
        let count = 0;
        document.addEventListener('submit', (event) => {
          if (!event.defaultPrevented) count++;
          event.preventDefault();
        });
        const form = document.querySelector('main form');
        const press = () => (form.requestSubmit(), count);
        const [first, second] = [press(), press()];
        const clock = Date.now;
        Date.now = () => clock() - 86_400_000;
        await new Promise((over) => setTimeout(over, 2100));
        return [first, second, press()];
      })()`);
      expect(sent).toEqual([1, 1, 2]);
      await page.context().close();
    },
    PATIENCE,
  );
});
