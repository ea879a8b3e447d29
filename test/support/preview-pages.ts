import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { buildStyles } from '../../src/web/styles/build-styles.js';
import { inspect } from './page-inspection.js';
import { renderSamples, type RenderedSample } from './render-samples.js';

/**
 * Shows every page with made-up people, as HTML and as pictures, and inspects each for accessibility and overflow:
 * `node --import ./test/support/run-typescript.mjs test/support/preview-pages.ts [names, as a regular expression] [locale,locale]`
 * Ends with code 1 where any page has a fault. Needs Chromium (`CHROMIUM`, else /usr/bin/chromium).
 */
const [wanted = '', locales = 'en,id,en-XA,ar-XB'] = process.argv.slice(2);
const FOLDER = '/tmp/preview';
const ORIGIN = 'http://preview.invalid';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";
const SIZES = {
  phone: { width: 360, height: 740 },
  desk: { width: 1280, height: 800 },
  kiosk: { width: 1080, height: 1920 },
  hall: { width: 1920, height: 1080 },
};
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

buildStyles(join(FOLDER, 'assets'));
mkdirSync(join(FOLDER, 'pictures'), { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
const context = await browser.newContext();
const samples = renderSamples(locales.split(','), new RegExp(wanted));
const faults: string[] = [];
for (const sample of samples) faults.push(...(await show(context, sample)));
await browser.close();
console.log([...faults, `${samples.length} pages, ${faults.length} faults`].join('\n'));
process.exitCode = faults.length ? 1 : 0;

async function show(browserContext: BrowserContext, sample: RenderedSample): Promise<string[]> {
  const name = `${sample.name.replace('/', '-')}.${sample.locale}`;
  writeFileSync(join(FOLDER, `${name}.html`), sample.html);
  const page = await browserContext.newPage();
  const found: string[] = [];
  page.on('console', (message) => message.type() === 'error' && found.push(`${name}: ${message.text()}`));
  page.on('pageerror', (error) => found.push(`${name}: ${error.message}`));
  await page.route('**', (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/page')
      return route.fulfill({
        body: sample.html,
        headers: { 'content-type': 'text/html', 'content-security-policy': POLICY },
      });
    if (!url.pathname.startsWith('/assets/')) return route.fulfill({ status: 204 });
    const file = basename(url.pathname);
    return route.fulfill({
      body: readFileSync(join(FOLDER, 'assets', file)),
      contentType: TYPES[file.split('.').pop() ?? ''],
    });
  });
  for (const size of sizesOf(sample)) {
    await page.setViewportSize(SIZES[size]);
    await page.goto(`${ORIGIN}/page`, { timeout: 120_000 });
    await page.screenshot({ path: join(FOLDER, 'pictures', `${name}.${size}.png`), fullPage: true });
    found.push(...(await inspect(page)).map((fault) => `${name} (${size}): ${fault}`));
  }
  await page.close();
  return found;
}

function sizesOf({ name, surface }: RenderedSample): (keyof typeof SIZES)[] {
  if (surface === 'kiosk') return ['kiosk', 'desk'];
  return name.startsWith('board/') ? ['hall'] : ['phone', 'desk'];
}
