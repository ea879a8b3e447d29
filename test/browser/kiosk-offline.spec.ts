import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { Assets } from '../../src/web/assets/assets.js';
import { PATIENCE } from '../support/browser.js';
import { networkTo, registerAtKiosk, startKiosk } from '../support/kiosk-in-browser.js';
import { inspect } from '../support/page-inspection.js';
import { type Service, startService } from '../support/service.js';

const PICTURES = process.env['PULANG_PICTURES'];

describe('a kiosk whose network drops', () => {
  const profile = mkdtempSync(join(tmpdir(), 'pulang-kiosk-'));
  let service: Service;
  let network: Awaited<ReturnType<typeof networkTo>>;
  let kiosk: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    service = await startService();
    await service.app.get(Assets).find('page.css');
    await service.app.listen(0, '127.0.0.1');
    network = await networkTo(await service.app.getUrl());
    await start();
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

  async function start() {
    kiosk = await startKiosk(profile);
    page = kiosk.pages()[0] ?? (await kiosk.newPage());
    page.on('pageerror', (error) => faults.push(error.message));
  }
  const look = async (name: string) => {
    faults.push(...(await inspect(page)).map((fault) => `${name} ${fault}`));
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `kiosk-${name}.png`), fullPage: true });
  };
  const registered = async () =>
    Number((await service.query('SELECT count(*) AS n FROM registration'))[0]!['n']);
  const connection = () => page.locator('[data-connection]');
  const waitUntilSent = () => page.locator('[data-connection]:not(:has-text("not yet sent"))').waitFor();

  it(
    'registers at once where there is a network, and the codes open the case',
    async () => {
      const before = await registered();
      const codes = await registerAtKiosk(page, 'Ani Contoh', (screen) => look(screen));
      expect(await page.locator('[data-if=sent]').first().isVisible()).toBe(true);
      expect(await registered()).toBe(before + 1);
      await service.everyone().post('/v1/registrations/access').send(codes).expect(201);
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );
});
