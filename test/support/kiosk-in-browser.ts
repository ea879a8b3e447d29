import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, KIOSK } from './browser.js';

/** The network between a kiosk and the service: it can be cut, and answers can be lost on their way back. */
export async function networkTo(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const line = { up: true, deaf: '' };
  const server = createServer((near) => {
    if (!line.up) return near.resetAndDestroy();
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
    let lost = false;
    near.on('data', (part) => {
      lost ||= line.deaf !== '' && part.includes(line.deaf);
      far.write(part);
    });
    far.on('data', (part) => (lost ? near.destroy() : near.write(part)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    cut: () => {
      line.up = false;
      sockets.forEach((socket) => socket.destroy());
    },
    mend: () => Object.assign(line, { up: true, deaf: '' }),
    /** What is sent to an address arrives, but its answer does not. */
    loseAnswersOf: (address: string) => Object.assign(line, { up: true, deaf: address }),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Starts Chromium on a profile of its own, as a kiosk does after every power cut. */
export async function startKiosk(profile: string, options: object = {}): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...CHROMIUM_ARGUMENTS, '--disable-dev-shm-usage'],
    viewport: KIOSK,
    locale: 'en',
    ...options,
  });
  context.setDefaultTimeout(60_000);
  return context;
}

/** Kills the browser of a profile as a power cut does: nothing is flushed, nobody is asked. */
export function killKiosk(profile: string): void {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = existsSync(`/proc/${id}/cmdline`) ? readFileSync(`/proc/${id}/cmdline`, 'utf8') : '';
    if (command.includes(`--user-data-dir=${profile}`)) process.kill(Number(id), 'SIGKILL');
  }
}

/** Files of a profile in which a text stands in clear, in UTF-8 or UTF-16. */
export const filesWith = (profile: string, text: string): string[] =>
  readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .filter((name) => lstatSync(join(profile, name)).isFile())
    .filter((name) => {
      const content = readFileSync(join(profile, name));
      return content.includes(text) || content.includes(Buffer.from(text, 'utf16le'));
    });

/** Goes on from the screen that is shown. */
const goOn = (page: Page) => page.locator('section:not([hidden]) form button.govuk-button').click();

/** Answers every question on the kiosk. @param look is called on each screen before it is answered @param begin what to touch first @param year of birth */
export async function registerAtKiosk(
  page: Page,
  fullName: string,
  look: (screen: string) => Promise<unknown> = () => Promise.resolve(),
  begin = '[data-screen=start] [data-go]',
  year = '1998',
) {
  const answers: Readonly<Record<string, () => Promise<unknown>>> = {
    safety: () => page.check('[name=safe][value=yes]'),
    name: () => page.fill('[name=fullName]', fullName),
    birth: () => page.fill('[name=year]', year),
    sex: () => page.check('[name=sex][value=F]'),
    guardian: () => page.locator('[data-screen=guardian] [name=guardian]').first().check(),
    contact: () => page.check('[name=method][value=none]'),
    hours: () => page.fill('[name=helpWord]', 'Pulau Sembilan'),
    consent: () => page.check('[name=consents][value=embassy-assistance]'),
  };
  await page.locator(begin).click();
  for (;;) {
    const screen = (await page.locator('section:not([hidden])').getAttribute('data-screen'))!;
    await look(screen);
    if (screen === 'check') break;
    await answers[screen]?.();
    await goOn(page);
    await page.locator(`[data-screen=${screen}][hidden]`).waitFor({ state: 'attached' });
  }
  await goOn(page);
  await page.locator('[data-screen=done]:not([hidden])').waitFor();
  await look('done');
  const text = (name: string) => page.locator(`[data-fill=${name}]`).innerText();
  return { reference: await text('reference'), accessCode: await text('accessCode') };
}

/** What a page shows to whoever goes back; it may lead on from there, and holds nothing until it is there. */
export async function shownOnGoingBack(page: Page): Promise<string> {
  await page.goBack().catch(() => undefined);
  let shown: string | undefined;
  while (shown === undefined) shown = await page.content().catch(() => undefined);
  return shown;
}
