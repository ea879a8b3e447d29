import { hiring } from '../support/hiring.js';
import { type Service, startService } from '../support/service.js';
import { browserOf, cookieOf, signIn } from './staff-pages.js';

const PAGE = '/console/accounts';
const PASSWORD = '/console/account/password';
const OWN = 'nine loud parrots waiting';

/** The code that a page shows once. */
const codeIn = (html: string) => /<dd dir="ltr">([0-9A-Z]{4}-[0-9A-Z]{4})</.exec(html)![1]!;

describe('the pages of what waits for a second administrator', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('lead from the one who makes an account over its holder to another who confirms it', async () => {
    const administrator = await signIn(service, 'administrator');
    const another = await signIn(service, 'administrator2');
    const made = await administrator.post(PAGE, {
      displayName: 'Contoh',
      username: 'contoh',
      role: 'officer',
    });
    expect(made.text).toContain('Another administrator has to confirm it, and gives them a code.');
    const [, handed] = /<dd dir="ltr">((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})</.exec(made.text)!;
    const [giving] = await service.query<{ id: string }>('SELECT id FROM account_countersignature');
    const confirm = `/console/countersignatures/${giving!.id}/confirmation`;
    const own = (await administrator.get(PAGE).expect(200)).text;
    expect([own.includes('Another administrator has to confirm it'), own.includes(confirm)]).toEqual([
      true,
      false,
    ]);
    expect((await administrator.post(confirm).expect(409)).text).toContain('You gave this yourself');

    const entered = await browserOf(service).post('/console/sign-in', {
      username: 'contoh',
      password: handed!,
    });
    const holder = browserOf(service, cookieOf(entered));
    for (const path of ['/console/today', '/console/account'])
      expect((await holder.get(path).expect(303)).headers['location']).toBe(PASSWORD);
    const waits = (await holder.get(PASSWORD).expect(200)).text;
    expect(waits).toContain('Your account waits for a second administrator.');
    expect(waits).toContain('Account made by Demonstration administrator on ');
    expect(waits).not.toContain('/console/cases');
    const typed = { currentPassword: handed!, newPassword: OWN, newPasswordAgain: OWN };
    const missing = (await holder.post(PASSWORD, typed).expect(422)).text;
    expect(missing).toContain('Write the code that the administrator gave you');
    expect(missing).not.toContain('parrots');

    const asked = (await another.get(PAGE).expect(200)).text;
    expect([asked.includes(confirm), asked.includes('New code')]).toEqual([true, false]);
    const lost = codeIn((await another.post(confirm).expect(201)).text);
    const again = (await another.get(PAGE).expect(200)).text;
    expect([again.includes('New code'), again.includes(lost)]).toEqual([true, false]);
    const shown = (await another.post(confirm).expect(201)).text;
    expect(shown).toContain('Read this code to Contoh yourself');
    const old = (await holder.post(PASSWORD, { ...typed, code: lost }).expect(422)).text;
    expect(old).toContain('This code is wrong, used or too old');
    const done = await holder.post(PASSWORD, { ...typed, code: codeIn(shown) }).expect(303);
    const account = (await holder.get(done.headers['location']!).expect(200)).text;
    expect(account).toContain('Your password is changed.');
    await holder.get('/console/today').expect(200);
    expect((await holder.get(PASSWORD).expect(200)).text).not.toContain('Code from the administrator');
    expect((await another.post(confirm).expect(409)).text).toContain('This has been decided already');
  });

  it('close an account that is refused', async () => {
    const administrator = await service.api('administrator');
    const another = await signIn(service, 'administrator2');
    await hiring(service).make(administrator, 'refused', 'approver');
    const approver = await hiring(service).enter('refused');
    const [giving] = await service.query<{ id: string }>(
      'SELECT id FROM account_countersignature WHERE confirmed_at IS NULL',
    );
    const done = await another.post(`/console/countersignatures/${giving!.id}/refusal`).expect(303);
    const after = (await another.get(done.headers['location']!).expect(200)).text;
    expect(after).toContain('It is refused, and the account is closed.');
    await approver.get('/v1/sessions/current').expect(401);
  });
});
