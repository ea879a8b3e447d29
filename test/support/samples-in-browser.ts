import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { buildStyles } from '../../src/web/styles/build-styles.js';
import { CHROMIUM_ARGUMENTS, KIOSK, PHONE } from './browser.js';
import { AXE } from './page-inspection.js';
import type { RenderedSample } from './render-samples.js';

/** A hall's screen, hung on its side. */
const HALL = { width: 1920, height: 1080 };
const PICTURES = process.env['PULANG_PICTURES'];
const ORIGIN = 'http://samples.invalid';

/**
 * Puts one sample after the other into the same document, each screen of it in turn, and answers what axe-core finds and
 * what runs out of the window. Colours, style sheets and good manners beyond WCAG do not change with the language: they are
 * looked at once.
 */
const LOOK_THROUGH = `async ({ samples, colours }) => {
  const faults = [];
  const look = async (name) => {
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      preload: colours,
      ...(colours ? {} : { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
      rules: { 'color-contrast': { enabled: colours } },
    });
    for (const { id, nodes } of violations) faults.push(name + ' ' + id + ': ' + nodes.map(({ target }) => target).join(', '));
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(name + ' runs out of the window: ' + scrollWidth + ' px in ' + clientWidth + ' px');
  };
  for (const { name, html } of samples) {
    const next = new DOMParser().parseFromString(html, 'text/html');
    for (const { name: attribute, value } of next.documentElement.attributes)
      document.documentElement.setAttribute(attribute, value);
    document.title = next.title;
    document.body.replaceWith(document.adoptNode(next.body));
    await look(name);
    const screens = [...document.querySelectorAll('section[data-screen]')];
    for (const shown of screens.slice(1)) {
      for (const screen of screens) screen.hidden = screen !== shown;
      await look(name + ' ' + shown.dataset.screen);
    }
  }
  return faults;
}`;

/** What of each sample is cut by the edge of a sheet, or could only be pressed, filled in or followed on a screen. */
const PUT_ON_PAPER = `(samples) => samples.flatMap(({ name, html }) => {
  const next = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.dir = next.documentElement.dir;
  document.body.replaceWith(document.adoptNode(next.body));
  const width = document.documentElement.clientWidth;
  const seen = [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility());
  const isCut = (one) => one.getBoundingClientRect().right > width + 1 || one.getBoundingClientRect().left < -1;
  const label = (one) => one.tagName.toLowerCase() + ' ' + one.textContent.trim().slice(0, 30);
  return [
    ...seen.filter((one) => one.matches('table, td, th, dd, li, p, h1, h2, img, svg') && isCut(one)).map((one) => name + ' cuts ' + label(one)),
    ...seen.filter((one) => one.matches('button, input, select, textarea')).map((one) => name + ' shows ' + label(one)),
    ...seen.filter((one) => getComputedStyle(one, '::after').content.includes('/')).map((one) => name + ' says where leads ' + label(one)),
  ];
})`;

/** A sheet of A4 between margins of a centimetre: 190 mm. */
const SHEET = { width: 718, height: 1047 };

/** A browser without a service that looks through rendered pages. Needs Chromium (`CHROMIUM`, else /usr/bin/chromium). */
export async function openSamples() {
  const assets = mkdtempSync(join(tmpdir(), 'pulang-assets-'));
  buildStyles(assets);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: CHROMIUM_ARGUMENTS,
  });
  const frames = new Map<string, Promise<Page>>();

  /** A page that has loaded the sample's style sheets. */
  const open = async ({ html }: RenderedSample, viewport: typeof PHONE): Promise<Page> => {
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(120_000);
    await page.route('**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
      if (!pathname.endsWith('.css')) return route.fulfill({ status: 204 });
      return route.fulfill({ body: readFileSync(join(assets, basename(pathname))), contentType: 'text/css' });
    });
    await page.goto(ORIGIN);
    return page;
  };

  /** One that has loaded axe too. */
  const openToInspect = async (sample: RenderedSample, viewport: typeof PHONE): Promise<Page> => {
    const page = await open(sample, viewport);
    await page.evaluate(AXE);
    return page;
  };

  return {
    /** @returns one line a fault of what would be printed; the samples share their style sheets. */
    faultsOnPaper: async (samples: readonly RenderedSample[]): Promise<string[]> => {
      const page = await open(samples[0]!, SHEET);
      await page.emulateMedia({ media: 'print' });
      const faults = await page.evaluate<string[]>(`(${PUT_ON_PAPER})(${JSON.stringify(samples)})`);
      await page.close();
      return faults;
    },
    /** @returns one line a fault, naming the page and the element; empty where all is well. */
    faultsOf: async (samples: readonly RenderedSample[], colours: boolean): Promise<string[]> => {
      const faults: string[] = [];
      for (const [kind, viewport] of Object.entries({ web: PHONE, kiosk: KIOSK, board: HALL })) {
        const alike = samples.filter((sample) => kindOf(sample) === kind);
        if (!alike.length) continue;
        if (!frames.has(kind)) frames.set(kind, openToInspect(alike[0]!, viewport));
        const page = await frames.get(kind)!;
        const task = JSON.stringify({ samples: alike.map(({ name, html }) => ({ name, html })), colours });
        faults.push(...(await page.evaluate<string[]>(`(${LOOK_THROUGH})(${task})`)));
      }
      return faults;
    },
    /** How far down a part of a page reaches on a screen of some size, with a network, in pixels. */
    bottomOf: async (sample: RenderedSample, viewport: typeof PHONE, part: string): Promise<number> => {
      const page = await open(sample, viewport);
      const bottom = await page.evaluate<number>(
        `(() => {
          for (const place of document.querySelectorAll('[data-online]')) place.textContent = place.dataset.online;
          return document.querySelector(${JSON.stringify(part)}).getBoundingClientRect().bottom;
        })()`,
      );
      if (PICTURES)
        await page.screenshot({ path: join(PICTURES, `${basename(sample.name)}-${sample.locale}.png`) });
      await page.close();
      return bottom;
    },
    close: async () => {
      await browser.close();
      rmSync(assets, { recursive: true, force: true });
    },
  };
}

/** Pages of one kind have the same style sheets. */
function kindOf({ name, surface }: RenderedSample): 'web' | 'kiosk' | 'board' {
  return name.startsWith('board/') ? 'board' : surface;
}
