import { hiring } from '../support/hiring.js';
import { type Service, startService } from '../support/service.js';
import { browserOf, cookieOf, signIn } from './staff-pages.js';

const PAGE = '/console/accounts';
const OWN = 'nine loud parrots waiting';

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
    expect(made.text).toContain('another administrator has to confirm it');
    const [, given] = /<dd dir="ltr">((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})</.exec(made.text)!;
    const [giving] = await service.query<{ id: string }>('SELECT id FROM account_countersignature');
    const confirm = `/console/countersignatures/${giving!.id}/confirmation`;
    const early = (await another.get(PAGE).expect(200)).text;
    expect([early.includes('They have still to sign in'), early.includes(confirm)]).toEqual([true, false]);
    expect((await another.post(confirm).expect(409)).text).toContain('They have not signed in yet');

    await hiring(service).takeOver('contoh', given);
    const entered = await browserOf(service).post('/console/sign-in', { username: 'contoh', password: OWN });
    const holder = browserOf(service, cookieOf(entered));
    expect((await holder.get('/console/today').expect(303)).headers['location']).toBe('/console/account');
    const waits = (await holder.get('/console/account').expect(200)).text;
    expect(waits).toContain('Your account waits for a second administrator.');
    expect(waits).toContain('Were you not asked to choose your own password?');
    expect(waits).toContain('Account made by Demonstration administrator on ');
    expect(waits).not.toContain('/console/cases');

    const own = (await administrator.get(PAGE).expect(200)).text;
    expect([own.includes('Another administrator has to confirm it'), own.includes(confirm)]).toEqual([
      true,
      false,
    ]);
    expect((await administrator.post(confirm).expect(409)).text).toContain('You gave this yourself');
    const asked = (await another.get(PAGE).expect(200)).text;
    expect(asked).toContain(confirm);
    expect(asked).toContain('were they themselves asked to choose their password');
    const done = await another.post(confirm).expect(303);
    const after = (await another.get(done.headers['location']!).expect(200)).text;
    expect([after.includes('It is confirmed.'), after.includes(confirm)]).toEqual([true, false]);
    expect((await another.post(confirm).expect(409)).text).toContain('This has been decided already');
    await holder.get('/console/today').expect(200);
    expect((await holder.get('/console/account').expect(200)).text).not.toContain('Your account waits');
  });

  it('close an account that is refused', async () => {
    const administrator = await service.api('administrator');
    const another = await signIn(service, 'administrator2');
    await hiring(service).make(administrator, 'refused', 'approver');
    const approver = await hiring(service).takeOver('refused');
    const [giving] = await service.query<{ id: string }>(
      'SELECT id FROM account_countersignature WHERE confirmed_at IS NULL',
    );
    const done = await another.post(`/console/countersignatures/${giving!.id}/refusal`).expect(303);
    const after = (await another.get(done.headers['location']!).expect(200)).text;
    expect(after).toContain('It is refused, and the account is closed.');
    await approver.get('/v1/sessions/current').expect(401);
  });
});
