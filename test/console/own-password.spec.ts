import { hiring } from '../support/hiring.js';
import { type Service, startService } from '../support/service.js';
import { browserOf, cookieOf, signIn } from './staff-pages.js';

const PAGE = '/console/account/password';
const NEW = 'seven quiet herons crossing';

describe('the page of one’s own password', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const enter = (username: string, password: string) =>
    browserOf(service).post('/console/sign-in', { username, password });
  const typed = (currentPassword: string, newPassword: string, newPasswordAgain = newPassword) => ({
    currentPassword,
    newPassword,
    newPasswordAgain,
  });

  it('leads whoever was handed a password to it, and on from there', async () => {
    const administrator = await signIn(service, 'administrator');
    const fields = { displayName: 'Officer Contoh', username: 'contoh', role: 'officer' };
    const made = (await administrator.post('/console/accounts', fields).expect(201)).text;
    const [, handed] = /<dd dir="ltr">((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})</.exec(made)!;
    const browser = browserOf(service, cookieOf(await enter('contoh', handed!)));
    for (const path of ['/console/today', '/console/account'])
      expect((await browser.get(path).expect(303)).headers['location']).toBe(PAGE);
    const page = (await browser.get(PAGE).expect(200)).text;
    expect(page).toContain('Password that you were given');
    expect(page).not.toContain('/console/cases');
    const wrong = await browser.post(PAGE, typed(handed!, NEW, `${NEW} `.repeat(2))).expect(422);
    expect(wrong.text).toContain('id="newPasswordAgain-error"');
    const short = await browser.post(PAGE, typed('', 'short')).expect(422);
    expect(short.text).toContain('Use 15 characters or more');
    expect(short.text).toContain('Type your present password');
    for (const { text } of [wrong, short]) expect(text).not.toMatch(/herons|value="short"/);
    const code = await hiring(service).confirm('contoh');
    const done = await browser.post(PAGE, { ...typed(handed!, NEW), code: code! }).expect(303);
    const account = (await browser.get(done.headers['location']!).expect(200)).text;
    expect(account).toContain('Your password is changed. You are signed out everywhere else.');
    expect(account).toContain('You changed it on');
    await browser.get('/console/today').expect(200);

    const [row] = await service.query<{ id: string }>("SELECT id FROM account WHERE username = 'contoh'");
    const anew = (await administrator.post(`/console/accounts/${row!.id}/password/reset`).expect(201)).text;
    const [, other] = /<dd dir="ltr">((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})</.exec(anew)!;
    await browser.get('/console/today').expect(303);
    expect(cookieOf(await enter('contoh', other!))).not.toBe('');
  });

  it('asks for the second step before anything is typed, and carries no password through the question', async () => {
    const browser = await signIn(service, 'analyst');
    await service.query(
      "UPDATE session SET second_factor = 'given', confirmed_at = now() - interval '1 hour'",
    );
    expect((await browser.get(PAGE).expect(403)).text).toContain('Is it still you?');
    const asked = (await browser.post(PAGE, typed('a present password', NEW)).expect(403)).text;
    expect(asked).toContain(`name="confirmNext" value="${PAGE}"`);
    expect(asked).not.toMatch(/herons|a present password|confirmForm/);
  });
});
