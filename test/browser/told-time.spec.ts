import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OwnAppointment } from '../../src/web/receipt/own-appointment.js';
import { KIOSK, openBrowser, PATIENCE, PHONE } from '../support/browser.js';
import { inspect } from '../support/page-inspection.js';
import { type Service, startService } from '../support/service.js';

const PICTURES = process.env['PULANG_PICTURES'];
const DESK = { width: 1280, height: 800 };

describe("somebody who was told to come at another time than their seat's", () => {
  let service: Service;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let somebody: Awaited<ReturnType<Service['register']>>;
  let told: Date;
  /** Of the seat, as clocks at the post show it. */
  let seat: string;
  const TOLD = '07:43';

  beforeAll(async () => {
    service = await startService();
    browser = await openBrowser(service);
    somebody = await service.register({
      needs: ['danger-now'],
      contact: { method: 'phone', phone: '+85512345678' },
    });
    await service.runJobs();
    // as if they had come while the post was closed, and it opened so early tomorrow
    const [row] = await service.query<{ told: Date; seat: string }>(
      `UPDATE booking b SET return_at =
         (date_trunc('day', now() AT TIME ZONE time_zone) + interval '1 day 7 hours 43 minutes') AT TIME ZONE time_zone
       FROM slot s JOIN post p ON p.id = s.post_id WHERE s.id = b.slot_id AND registration_id = $1
       RETURNING return_at AS told, to_char(s.starts_at AT TIME ZONE time_zone, 'HH24:MI') AS seat`,
      [somebody.id],
    );
    ({ told, seat } = row!);
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await service.stop();
  }, PATIENCE);

  it.each(['en', 'ur', 'vi'])(
    'reads that time and no other, on a phone, at a kiosk and at a desk, in %s',
    async (locale) => {
      const page = await browser.visit({ locale });
      await page.goto(`/status/sign-in#s=${somebody.accessSecret}`);
      await page.waitForURL('**/status');
      const faults: string[] = [];
      for (const path of ['/status', '/status/appointment', '/receipt']) {
        await page.goto(path);
        for (const viewport of [PHONE, KIOSK, DESK]) {
          await page.setViewportSize(viewport);
          const when = (await page.locator('.pulang-when').allInnerTexts()).join();
          expect(when).toContain(TOLD);
          expect(when).not.toContain(seat);
          const at = `${path} ${viewport.width}`;
          faults.push(...(await inspect(page)).map((fault) => `${at} ${fault}`));
          const name = `told${path.replaceAll('/', '-')}.${locale}.${viewport.width}.png`;
          if (PICTURES) await page.screenshot({ path: join(PICTURES, name), fullPage: true });
        }
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'keeps it in a calendar, and waits for no call',
    async () => {
      const page = await browser.visit();
      await page.goto(`/status/sign-in#s=${somebody.accessSecret}`);
      await page.waitForURL('**/status');
      const { postId } = service.demonstration;
      const appointment = await service.app.get(OwnAppointment, { strict: false }).of(postId, somebody.id);
      expect(appointment).toMatchObject({ startsAt: told.toISOString(), mayBeCalled: false });
      await page.goto('/status/appointment');
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()]);
      const entry = readFileSync(await file.path(), 'utf8');
      expect(entry).toContain(`DTSTART:${told.toISOString().replace(/[-:]|\.000/g, '')}`);
      await page.context().close();
    },
    PATIENCE,
  );

  it.each(['en', 'id'])(
    'is shown to officers with both times, in %s',
    async (locale) => {
      const { username, password } = service.demonstration.accounts.find(
        (account) => account.username === 'officer',
      )!;
      const page = await browser.visit({ locale });
      await page.goto('/console/sign-in');
      await page.fill('[name=username]', username);
      await page.fill('[name=password]', password);
      await page.click('main form button');
      await page.waitForURL('**/console/**');
      await page.goto(`/console/cases/${somebody.id}`);
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        const section = page.locator('section', { has: page.locator('#appointment') });
        const words = (await section.innerText()).replaceAll('.', ':');
        for (const time of [TOLD, seat]) expect(words).toContain(time);
        expect(await inspect(page)).toEqual([]);
        const name = `told-case.${locale}.${viewport.width}.png`;
        if (PICTURES) await page.screenshot({ path: join(PICTURES, name), fullPage: true });
      }
      await page.context().close();
    },
    PATIENCE,
  );
});
