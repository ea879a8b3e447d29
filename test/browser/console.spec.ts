import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Environment } from '../../src/platform/config/environment.js';
import { invite } from '../queue/visits.js';
import { openBrowser, PHONE, virtualKey } from '../support/browser.js';
import { inspect, staysInSections } from '../support/page-inspection.js';
import { type Service, startService } from '../support/service.js';
import { timeCode } from '../support/time-codes.js';
import { applyFor, approve, verifiedPerson } from '../travel-documents/verified-person.js';

const DESK = { width: 1280, height: 800 };
const HALL = { width: 1920, height: 1080 };
/** Where pictures of the real pages are kept, if anywhere: they are looked at by people. */
const PICTURES = process.env['PULANG_PICTURES'];

describe('the console and the board in a browser', () => {
  let service: Service;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  const faults: string[] = [];

  beforeAll(async () => {
    service = await startService();
    browser = await openBrowser(service);
  });
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });

  const signedIn = async (username: string, viewport = DESK): Promise<Page> => {
    const page = await browser.visit({ viewport });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 4')) faults.push(message.text());
    });
    await signIn(page, username);
    return page;
  };

  const signIn = async (page: Page, username: string) => {
    const { password } = service.demonstration.accounts.find((account) => account.username === username)!;
    await page.goto('/console');
    await page.fill('[name=username]', username);
    await page.fill('[name=password]', password);
    await page.click('main button');
  };

  const look = async (page: Page, name: string) => {
    faults.push(...(await inspect(page)).map((fault) => `${name} ${fault}`));
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  /** Presses the button of an act on the case page, opening its form first where it is folded. */
  const act = async (page: Page, name: string, fill: () => Promise<unknown> = () => Promise.resolve()) => {
    const form = page.locator(`form#${name}`);
    if (!(await form.isVisible())) await page.locator('details', { has: form }).locator('summary').click();
    await fill();
    await form.locator('button').click();
    await page.waitForURL(`**?done=${name}`);
  };

  /** An open status page shows by itself what has changed, as soon as somebody looks at it or half a minute later. */
  const lookedAtAgain = async (phone: Page, heading: string) => {
    const shown = phone.getByRole('heading', { name: heading });
    for (let looks = 0; looks < 20 && !(await shown.isVisible()); looks++) {
      await phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      await shown.waitFor({ timeout: 500 }).catch(() => undefined);
    }
    await shown.waitFor({ timeout: 500 });
  };

  /** A slip of the hand: the person is parked, and the page offers to take it back while its seconds run. */
  const takeBack = async (officer: Page) => {
    await officer.getByText('Open the case').waitFor();
    await officer.keyboard.press('p');
    const offer = officer.locator('[data-undo]');
    await offer.getByText(/\d+ sec/).waitFor();
    await look(officer, 'today-undo');
    await officer.keyboard.press('u');
    await officer.getByText('Open the case').waitFor();
    expect(await offer.count()).toBe(0);
  };

  /** Without events the numbers stay, and the board says that they may be old; then it finds the server again by itself. */
  const loseTheServer = async (board: Page) => {
    await board.route('**/board/events', (route) => route.abort());
    await board.reload();
    await board.getByText('Connection lost').waitFor();
    expect(await board.locator('[data-calls] td').allInnerTexts()).toEqual(['001', '1']);
    if (PICTURES) await board.screenshot({ path: join(PICTURES, 'board-lost.png') });
    await board.unroute('**/board/events');
    await board.getByText('Connection lost').waitFor({ state: 'hidden' });
  };

  it('lead a person from the call to a document in hand, and show the number in the hall live', async () => {
    const [receipt] = await invite(service, 1, { fullName: 'Siti Contoh', needs: ['injured-or-ill'] });
    const board = await browser.visit({ viewport: HALL });
    await board.goto('/enrol');
    await board.fill('[name=code]', service.demonstration.boardCode);
    await board.click('main button');
    await board.waitForURL('**/board');
    await look(board, 'board-empty');

    const officer = await signedIn('officer');
    await look(officer, 'today-no-counter');
    await officer.click('main button.pulang-button--next');
    const waiting = officer.locator('#waiting');
    expect(await waiting.innerText()).toBe('Nobody waits');
    const phone = await browser.visit();
    await phone.goto(`/status/sign-in#s=${receipt!.accessSecret}`);
    await phone.getByRole('heading', { name: 'Come to us now' }).waitFor();
    const kiosk = await service.device('kiosk');
    await kiosk
      .post('/v1/check-ins')
      .set('idempotency-key', 'test-key-of-the-browser')
      .send({ accessSecret: receipt!.accessSecret })
      .expect(201);
    await waiting.getByText('1 person waits').waitFor();
    await look(officer, 'today-open');

    await officer.keyboard.press('n');
    await officer.getByText('Called to your counter').waitFor();
    await look(officer, 'today-called');
    await board.locator('[data-calls] td').first().waitFor();
    expect(await board.locator('[data-calls] td').allInnerTexts()).toEqual(['001', '1']);
    await look(board, 'board');
    await lookedAtAgain(phone, 'Go to the counter now');
    await look(phone, 'phone-called');
    await loseTheServer(board);

    await officer.keyboard.press('s');
    await takeBack(officer);
    await officer.click('text=Open the case');
    await look(officer, 'case');
    await act(officer, 'evidence', async () => {
      await officer.selectOption('#evidence-kind', 'national-id');
      await officer.selectOption('#evidence-agrees', 'yes');
      await officer.fill('#evidence-statement', 'Name, birth and face agree');
    });
    await act(officer, 'evidence', async () => {
      await officer.selectOption('#evidence-kind', 'family-card');
      await officer.selectOption('#evidence-agrees', 'yes');
      await officer.fill('#evidence-statement', 'Names the parents as reported');
    });
    await look(officer, 'case-to-decide');
    await officer.setViewportSize(PHONE);
    expect(await staysInSections(officer)).toBe(true);
    await officer.setViewportSize(DESK);
    await officer.reload();
    await act(officer, 'identity-decision', async () => {
      await officer.selectOption('#identity-decision-outcome', 'verified');
    });
    await act(officer, 'document-apply', async () => {
      await officer.fill('#document-apply-placeOfBirth', 'Medan');
      await officer.selectOption('#document-apply-waiverReason', 'crisis');
    });

    const approver = await signedIn('approver');
    await look(approver, 'approvals');
    await approver.click('text=Open and decide');
    await look(approver, 'case-to-approve');
    await act(approver, 'document-approve');

    await officer.reload();
    await act(officer, 'document-issue');
    await look(officer, 'case-issued');
    const address = await officer
      .getByRole('link', { name: 'Open the document to print' })
      .getAttribute('href');
    const file = await officer.request.get(address!);
    expect(file.headers()['content-type']).toBe('application/pdf');
    await act(officer, 'document-collect', async () => {
      await officer.selectOption('#document-collect-by', 'holder');
      await officer.selectOption('#document-collect-signed', 'yes');
    });
    expect(faults).toEqual([]);
    await Promise.all([board, phone, officer, approver].map((page) => page.context().close()));
  }, 240_000);

  it('issue documents for a family, and for many in one go', async () => {
    const [desk, decides] = [await service.api('officer'), await service.api('approver')];
    const people = [await verifiedPerson(service, desk), await verifiedPerson(service, desk)];
    const [one, another] = people.map(({ id }) => id) as [string, string];
    await service.query('UPDATE registration SET group_id = gen_random_uuid() WHERE id = $1', [one]);
    await service.query(
      'UPDATE registration SET group_id = (SELECT group_id FROM registration WHERE id = $1) WHERE id = $2',
      [one, another],
    );
    await approve(decides, await applyFor(desk, (await verifiedPerson(service, desk)).id));

    const officer = await signedIn('officer');
    await officer.goto(`/console/cases/${one}/family`);
    await look(officer, 'family');
    await officer.fill(`#placeOfBirth-${one}`, 'Medan');
    await officer.fill('#transit', 'SGP');
    await officer.selectOption('#waiverReason', 'crisis');
    await officer.click('#members button');
    await officer.locator(`#placeOfBirth-${another}-error`).waitFor();
    await look(officer, 'family-amiss');
    await officer.fill(`#placeOfBirth-${another}`, 'Palu');
    await officer.click('#members button');
    await officer.waitForURL(`**/console/cases/${one}/family`);
    expect(await officer.locator('#members').count()).toBe(0);

    await officer.goto('/console/documents');
    await look(officer, 'documents');
    await officer.click('form[action="/console/documents/issue"] button');
    const print = officer.getByRole('link', { name: 'sheets' });
    await officer.locator('[data-unfinished]').waitFor();
    await look(officer, 'document-batch');
    await service.runJobs();
    // the page shows by itself that it is done: asked again meanwhile, one of the two would be broken off
    await print.waitFor();
    await officer.waitForLoadState();
    await look(officer, 'document-batch-done');
    const file = await officer.request.get((await print.getAttribute('href'))!);
    expect(file.headers()['content-type']).toBe('application/pdf');
    expect(faults).toEqual([]);
    await officer.context().close();
  }, 120_000);

  it('let staff prove that it is them: with a passkey, an app, and again before what is sensitive', async () => {
    const site = (await service.app.getUrl()).replace('127.0.0.1', 'localhost');
    service.app.get(Environment).PUBLIC_URL = site;
    const page = await browser.visit({ viewport: DESK, baseURL: site });
    await virtualKey(page);
    await signIn(page, 'home-agency');
    await page.click('text=Demonstration home-agency');
    await look(page, 'account');
    await page.fill('#name', 'Office computer');
    await page.click('text=Add a passkey');
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    expect(await page.locator('.pulang-recovery li').count()).toBe(10);
    await look(page, 'recovery-codes');

    await page.click('text=Sign out');
    await signIn(page, 'home-agency');
    await page.getByRole('heading', { name: 'Second step' }).waitFor();
    expect(await page.getByText('The passkey did not work').isVisible()).toBe(false);
    await look(page, 'second-step');
    await page.click('text=Sign in');
    await page.getByText('Type a code').first().waitFor();
    await page.click('text=Use your passkey');
    await page.waitForURL('**/console/arrivals');

    await page.goto('/console/account');
    await page.click('text=Set up an app');
    await page.click('text=I cannot scan it');
    await look(page, 'account-app');
    const secret = (await page.locator('.pulang-secret').innerText()).replace(/\s/g, '');
    await page.click('text=Finish');
    expect(await page.locator('#appCode-error').innerText()).toContain('Type the code that the app shows');
    await page.fill('#appCode', timeCode(secret));
    await page.click('text=Finish');
    await page.getByText('The app is set up').waitFor();
    await look(page, 'account-two-steps');
    await service.query("UPDATE session SET confirmed_at = now() - interval '1 hour'");
    await page.click('text=Make new codes');
    await page.getByRole('heading', { name: 'Is it still you?' }).waitFor();
    await look(page, 'confirmation');
    await page.fill('#confirmCode', 'AAAA-AAAA-AAAA');
    await page.click('main form button[type=submit]');
    await page.getByText('too old or used already').first().waitFor();
    await page.click('text=Use your passkey');
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  it.each([
    [
      'supervisor',
      [
        '/console/supervisor',
        '/console/supervisor/skills',
        '/console/blanks',
        '/console/cases',
        '/console/arrivals',
        '/ministry',
        '/ministry/groups',
        '/ministry/bulletins',
      ],
    ],
    ['administrator', ['/console/accounts', '/console/devices', '/console/retention']],
    ['auditor', ['/console/audit']],
  ])(
    'have no fault of accessibility for a %s',
    async (role, paths) => {
      const page = await signedIn(role);
      for (const path of paths) {
        await page.goto(path);
        await look(page, path.slice(1).replaceAll('/', '-'));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    120_000,
  );
});
