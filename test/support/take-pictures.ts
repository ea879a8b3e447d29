import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Demonstration } from '../../src/launch/demonstration/seed-demonstration.js';
import { buildStyles } from '../../src/web/styles/build-styles.js';
import { livelyDay } from './lively-day.js';
import { register } from './register-in-browser.js';
import { renderSamples } from './render-samples.js';

/**
 * Takes the pictures of the README from a demonstration that runs and was just started, of people made up for it:
 * `node --import ./test/support/run-typescript.mjs test/support/take-pictures.ts http://localhost:3000 .pulang/demonstration.json`
 * Needs Chromium (`CHROMIUM`, else /usr/bin/chromium) and pdftoppm. What a picture shows opens nothing elsewhere.
 */
const [origin = 'http://localhost:3000', credentials = '.pulang/demonstration.json'] = process.argv.slice(2);
const FOLDER = 'docs/pictures';
const LARGEST_BYTES = 150_000;
const PHONE = { width: 360, height: 740 };
const DESK = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 0.75 };
const SMALL_KIOSK = { viewport: { width: 1080, height: 1920 }, deviceScaleFactor: 0.5 };
const HALL = { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 0.5 };

const demonstration = JSON.parse(readFileSync(credentials, 'utf8')) as Demonstration;
const day = await livelyDay(origin, demonstration);
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

const visit = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ baseURL: origin, locale: 'en', viewport: PHONE, ...options });
  return context.newPage();
};
const take = async (page: Page, name: string) => {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  await page.context().close();
};
const signedIn = async (role: string): Promise<Page> => {
  const { username, password } = demonstration.accounts.find((account) => account.username === role)!;
  const page = await visit(DESK);
  await page.goto('/console');
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.click('main button');
  await page.waitForURL((url) => url.pathname !== '/console/sign-in');
  return page;
};
const staff = async (role: string, path: string, name: string) => {
  const page = await signedIn(role);
  await page.goto(path);
  await take(page, name);
};
const device = async (code: string, options: BrowserContextOptions, name: string) => {
  const page = await visit(options);
  await page.goto(`/enrol#code=${code}`);
  await page.waitForURL(`**/${name}`);
  if (name === 'board') await page.locator('[data-calls] td').first().waitFor();
  await take(page, name);
};

await takePhone();
await device(day.kioskCode, SMALL_KIOSK, 'kiosk');
await device(day.boardCode, HALL, 'board');
await staff('officer', '/console/today', 'today');
await staff('officer', `/console/cases/${day.travelling.id}`, 'case');
await staff('supervisor', '/console/supervisor', 'supervisor');
await takeMinistry();
await takeDocument();
await browser.close();
for (const file of readdirSync(FOLDER)) {
  const { size } = statSync(join(FOLDER, file));
  if (size > LARGEST_BYTES) throw new Error(`${file} has ${size} bytes`);
}

async function takePhone() {
  const start = await visit();
  await start.goto('/');
  await take(start, 'start');
  const question = await visit();
  await question.goto('/register/safety');
  await question.check('[name=safe][value=yes]');
  await take(question, 'question');
  const done = await visit({ viewport: { width: 360, height: 1120 } });
  await register(done, '/register/safety');
  await take(done, 'done');
  const status = await visit();
  await status.goto(`/status/sign-in#s=${day.waiting.accessSecret}`);
  await status.waitForURL('**/status');
  await take(status, 'status');
}

/** A demonstration is one day old, so the figures of the samples are shown: those of a whole surge. */
async function takeMinistry() {
  const [sample] = renderSamples(['en'], /^ministry\/counts$/);
  const assets = mkdtempSync(join(tmpdir(), 'pulang-pictures-'));
  buildStyles(assets);
  const page = await visit(DESK);
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/sample') return route.fulfill({ body: sample!.html, contentType: 'text/html' });
    return route.fulfill({ path: join(assets, basename(pathname)) });
  });
  await page.goto('/sample');
  await page.addStyleTag({ content: 'li:has([lang=en-XA], [lang=ar-XB]) { display: none }' });
  await take(page, 'ministry');
  rmSync(assets, { recursive: true });
}

/** The page as WebP, since its fine lines make a large PNG. */
async function takeDocument() {
  const officer = await signedIn('officer');
  const file = await officer.request.get(`/console/cases/${day.travelling.id}/travel-document.pdf`);
  const png = execFileSync('pdftoppm', ['-png', '-r', '90', '-singlefile', '-'], {
    input: await file.body(),
  });
  const canvas = await visit();
  const webp = await canvas.evaluate<string>(`(async () => {
    const drawn = new Image();
    drawn.src = 'data:image/png;base64,${png.toString('base64')}';
    await drawn.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: drawn.width, height: drawn.height });
    canvas.getContext('2d').drawImage(drawn, 0, 0);
    return canvas.toDataURL('image/webp', 0.7).split(',')[1];
  })()`);
  writeFileSync(join(FOLDER, 'travel-document.webp'), Buffer.from(webp, 'base64'));
  await Promise.all([officer, canvas].map((page) => page.context().close()));
}
