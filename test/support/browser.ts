import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { Assets } from '../../src/web/assets/assets.js';
import type { Service } from './service.js';

/** Looking at every page of a journey takes its time on a busy machine, in milliseconds. */
export const PATIENCE = 300_000;

export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A cheap phone, held upright. */
export const PHONE = { width: 360, height: 740 };
export const KIOSK = { width: 1080, height: 1920 };

/** A browser that looks at a running service. Needs Chromium (`CHROMIUM`, else /usr/bin/chromium). */
export async function openBrowser(service: Service) {
  await service.app.get(Assets).find('page.css');
  await service.app.listen(0, '127.0.0.1');
  const baseURL = await service.app.getUrl();
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: CHROMIUM_ARGUMENTS,
  });
  return {
    /** Somebody who opens the site for the first time, reading English unless told otherwise. */
    visit: async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({ baseURL, viewport: PHONE, locale: 'en', ...options });
      context.setDefaultTimeout(120_000);
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

/** Gives a page a passkey of its own device, which is always there and always willing. */
export async function virtualKey(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
