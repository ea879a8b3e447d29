import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Loads axe-core into a page: shortened, as a page reads all of it anew each time. */
export const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * What is wrong with a page as shown: rules of axe-core it breaks, what is said but does not hold, and text that runs out
 * of the window.
 * @returns one line a fault, naming the element; empty where all is well.
 */
export async function inspect(page: Page): Promise<string[]> {
  return [
    ...(await accessibilityFaults(page)),
    ...(await untoldErrors(page)),
    ...(await falseButtons(page)),
    ...(await overflowFaults(page)),
  ];
}

/** Errors that no field is said to have: who comes to the field does not hear them. An alert is heard when it comes. */
const untoldErrors = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.govuk-error-message:not([role=alert])')]
    .filter(({ id }) => !id || !document.querySelector('[aria-describedby~="' + id + '"]'))
    .map(({ textContent }) => 'an error of no field: ' + textContent)`);

/** Links that are said to be buttons: the space bar, which presses a button, does nothing with them. "Exit this page" answers it. */
const falseButtons = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('a[role=button]:not(.govuk-exit-this-page__button)')]
    .map(({ textContent }) => 'a link that is said to be a button: ' + textContent)`);

async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    // style sheets are gone through where the samples of all pages are looked at in English
    const found = await inPage.run({ resultTypes: ['violations'], preload: false });
    return found.violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map(({ target }) => String(target)),
    }));
  });
  return violations.map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
}

async function overflowFaults(page: Page): Promise<string[]> {
  const { width, room } = await page.evaluate<{ width: number; room: number }>(
    '({ width: document.documentElement.scrollWidth, room: window.innerWidth })',
  );
  return width > room ? [`runs out of the window: ${width} px in ${room} px`] : [];
}

/** Whether the tables of a page stay in the sections around them, even with long words: these take the place of what they say. */
export const staysInSections = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`[...document.querySelectorAll('section td')].every((cell) => {
    cell.textContent = 'Kementerianluarnegeri';
    const right = (part) => part.getBoundingClientRect().right;
    return right(cell) < right(cell.closest('section'));
  })`);
