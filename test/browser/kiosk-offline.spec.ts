import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { KIOSK, PATIENCE, PHONE } from '../support/browser.js';
import { type KioskHall, openKioskHall } from '../support/kiosk-hall.js';
import { filesWith, killKiosk, registerAtKiosk, shownOnGoingBack } from '../support/kiosk-in-browser.js';
import { inspect } from '../support/page-inspection.js';

const BY_PHONE = '[name=method][value=phone]';
const PICTURES = process.env['PULANG_PICTURES'];

describe('a kiosk whose network drops', () => {
  let hall: KioskHall;
  let kiosk: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    hall = await openKioskHall();
    await start();
    await hall.enrol(page);
  }, PATIENCE);
  afterAll(() => hall.close(kiosk), PATIENCE);

  async function start() {
    ({ kiosk, page } = await hall.start());
    page.on('pageerror', (error) => faults.push(error.message));
  }
  const look = async (name: string) => {
    faults.push(...(await inspect(page)).map((fault) => `${name} ${fault}`));
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `kiosk-${name}.png`), fullPage: true });
  };
  /** Typed, and another way chosen after it: the number is hidden from then on. */
  const leaveNumber = async () => {
    await page.check(BY_PHONE);
    await page.fill('[name=phone]', '+85512999777');
  };
  const summary = () => page.locator('[data-summary]').innerText();
  const registered = async () =>
    Number((await hall.service.query('SELECT count(*) AS n FROM registration'))[0]!['n']);
  const says = (text: string) => page.locator('[data-connection]', { hasText: text }).waitFor();
  const lookForNetwork = () => page.evaluate('window.dispatchEvent(new Event("online"))');
  const end = async () => {
    await page.click('.pulang-footer form button');
    await page.locator('[data-screen=start]:not([hidden])').waitFor();
  };
  const opens = (codes: object) => hall.service.everyone().post('/v1/registrations/access').send(codes);

  it(
    'registers at once where there is a network, and the codes open the case',
    async () => {
      const before = await registered();
      const codes = await registerAtKiosk(page, 'Ani Contoh', async (screen) => {
        await look(screen);
        if (screen === 'contact') await leaveNumber();
        expect(screen).not.toBe('language');
        if (screen !== 'check') return;
        expect(await summary()).not.toContain('12999777');
        await page.click('[data-change=language]');
        await look('language');
        await page.selectOption('[name=language]', 'id');
        await page.click('[data-screen=language] form button.govuk-button');
        expect(await summary()).toContain('Bahasa Indonesia');
      });
      const [told] = await hall.service.query('SELECT language FROM registration WHERE reference = $1', [
        codes.reference,
      ]);
      expect(told).toEqual({ language: 'id' });
      expect(await page.locator('[data-if=sent]').first().isVisible()).toBe(true);
      expect(await registered()).toBe(before + 1);
      await opens(codes).expect(201);
      await end();
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'keeps registrations through reload, power cut and revocation, and sends each once',
    async () => {
      const before = await registered();
      await kiosk.setOffline(true);
      await page.reload();
      await says('No network');
      await look('start-offline');
      await kiosk.setOffline(false);
      hall.network.cut();
      const first = await registerAtKiosk(page, 'Budi Contohsatu', async (screen) => {
        if (screen === 'contact') await leaveNumber();
        if (screen === 'hours') await page.evaluate(`document.querySelector('${BY_PHONE}').checked = true`);
        if (screen === 'check') expect(await summary()).toContain('12999777');
      });
      expect(await page.locator('[data-if=kept]').first().innerText()).toContain('We have your registration');
      await look('kept');
      if (PICTURES)
        await page.pdf({ path: join(PICTURES, 'kiosk-kept.pdf'), width: '80mm', height: '200mm' });
      const asked: string[] = [];
      const child = await registerAtKiosk(
        page,
        'Ketut Contohanak',
        async (screen) => {
          asked.push(screen);
          if (screen === 'guardian') await look('guardian');
        },
        '[data-add-companion]',
        '2015',
      );
      expect(asked).not.toContain('contact');
      expect(asked).toContain('guardian');
      expect(child.accessCode).not.toBe(first.accessCode);
      await end();
      await page.reload();
      await says('not yet sent: 2');
      const second = await registerAtKiosk(page, 'Siti Contohdua');
      killKiosk(hall.profile);
      await kiosk.close().catch(() => undefined);
      expect(
        ['Contohsatu', 'Contohdua', 'Contohanak', 'Sembilan', first.accessCode, second.accessCode].flatMap(
          (text) => filesWith(hall.profile, text),
        ),
      ).toEqual([]);
      await opens(first).expect(401);

      await start();
      await page.goto(`${hall.network.url}/kiosk`);
      await says('not yet sent: 3');
      await page.click('[data-check-in]');
      await page.getByText('Show your receipt to our staff').waitFor();
      await end();
      await page.click('.pulang-footer a');
      for (const { reference } of [first, child, second]) await page.getByText(reference).waitFor();
      await look('staff');

      const administrator = await hall.service.api('administrator');
      const { items } = (await administrator.get('/v1/devices')).body as {
        items: { id: string; kind: string }[];
      };
      await administrator.delete(`/v1/devices/${items.find(({ kind }) => kind === 'kiosk')!.id}`).expect(204);
      hall.network.mend();
      await lookForNetwork();
      await says('Please tell our staff. Kept here, not yet sent: 3');
      const { enrolmentCode } = (
        await administrator.post('/v1/devices').send({ kind: 'kiosk', name: 'Kiosk again' })
      ).body as {
        enrolmentCode: string;
      };
      hall.network.loseAnswersOf('/v1/sealed-registrations');
      await page.goto(`${hall.network.url}/enrol#code=${enrolmentCode}`);
      await page.waitForURL('**/kiosk');
      await expectSoon(registered, before + 1);
      await says('not yet sent: 3');
      hall.network.mend();
      await lookForNetwork();
      await page.locator('[data-connection]', { hasText: /^Connected$/ }).waitFor();
      expect(await registered()).toBe(before + 3);
      await opens({ reference: second.reference, accessCode: 'pulau sembilan' }).expect(201);
      const groups = await hall.service.query<{ people: string; wards: string }>(
        `SELECT count(*) AS people, count(guardian_id) AS wards FROM registration
         WHERE reference = ANY ($1) GROUP BY group_id ORDER BY 1`,
        [[first, child, second].map(({ reference }) => reference)],
      );
      expect(groups.map(({ people, wards }) => `${people} ${wards}`)).toEqual(['1 0', '2 1']);
      for (const codes of [first, child, second]) await opens(codes).expect(201);
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'knows how old people are where its clock has begun anew',
    async () => {
      await page.locator('[data-connection]', { hasText: /^Connected$/ }).waitFor();
      await kiosk.setOffline(true);
      await page.clock.setFixedTime(0);
      await page.reload();
      await says('No network');
      const asked: string[] = [];
      await registerAtKiosk(page, 'Wayan Contoh', (screen) => Promise.resolve(asked.push(screen)));
      expect(asked).not.toContain('guardian');
      expect(await page.locator('[data-screen=done]').innerText()).not.toContain('1970');
      await kiosk.setOffline(false);
      await end();
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'writes the day by the service where its clock is ahead',
    async () => {
      const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Asia/Phnom_Penh' });
      const wrong = Date.now() + 3 * 86_400_000;
      await page.clock.setFixedTime(wrong);
      await page.reload();
      await page.locator('[data-connection]', { hasText: /^Connected$/ }).waitFor();
      hall.network.cut();
      await registerAtKiosk(page, 'Kadek Contoh');
      expect(await page.locator('[data-screen=done]').innerText()).not.toContain(date.format(wrong));
      hall.network.mend();
      await end();
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is cleared at once where its browser stood still, and warns whoever was printing',
    async () => {
      const start = () => page.locator('[data-screen=start]:not([hidden])').waitFor();
      await page.clock.install();
      await page.goto(`${hall.network.url}/kiosk`);
      const answer = async () => {
        await page.click('[data-screen=start] [data-go]');
        await page.check('[name=safe][value=yes]');
      };
      await answer();
      await page.clock.fastForward(70_000);
      await start();
      await answer();
      await page.evaluate(`{
        const before = performance.now.bind(performance);
        performance.now = () => before() + 300_000;
        window.dispatchEvent(new Event('afterprint'));
      }`);
      await page.clock.runFor(2000);
      expect(await page.locator('dialog[open]').count()).toBe(1);
      await page.clock.runFor(20_000);
      await start();
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'keeps what was answered in another language, and clears it when it is left alone',
    async () => {
      await page.clock.install();
      await page.goto(`${hall.network.url}/kiosk`);
      await page.click('[data-screen=start] [data-go]');
      await page.click('section:not([hidden]) form button.govuk-button');
      expect(await page.locator('.govuk-error-summary').innerText()).toContain('Say whether you are safe');
      expect(await page.title()).toMatch(/^Error: /);
      await look('faults');
      for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
        await page.setViewportSize(viewport);
        await look(`faults-${viewport.width}`);
      }
      await page.setViewportSize(KIOSK);
      await page.check('[name=safe][value=yes]');
      for (let question = 0; question < 2; question++)
        await page.click('section:not([hidden]) form button.govuk-button');
      await page.fill('[name=fullName]', 'Ratna Contoh');
      await page.click('.pulang-languages a');
      await page.click('.pulang-choose [hreflang=id]');
      await page.locator('html[lang=id]').waitFor();
      expect(await page.inputValue('[name=fullName]')).toBe('Ratna Contoh');
      await page.clock.runFor(45_000);
      expect(await page.locator('dialog[open]').count()).toBe(1);
      await look('idle');
      await page.click('[data-kiosk-more]');
      await page.clock.runFor(30_000);
      expect(await page.locator('dialog[open]').count()).toBe(0);
      await page.clock.runFor(35_000);
      await page.locator('html[lang=en] [data-screen=start]:not([hidden])').waitFor();
      expect(await page.inputValue('[name=fullName]')).toBe('');
      expect(await shownOnGoingBack(page)).not.toContain('Ratna');
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );
});

async function expectSoon(read: () => Promise<number>, wanted: number) {
  for (let tries = 0; tries < 100 && (await read()) !== wanted; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await read()).toBe(wanted);
}
