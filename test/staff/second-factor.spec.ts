import { Environment } from '../../src/platform/config/environment.js';
import { SessionCleanUp } from '../../src/staff/access/session-clean-up.js';
import { FactorResetService } from '../../src/staff/second-factor/factor-reset.service.js';
import { newId } from '../../src/platform/ids.js';
import { hiring } from '../support/hiring.js';
import { officerElsewhere } from '../support/another-post.js';
import { type Api, type Service, startService } from '../support/service.js';
import { softwareKey } from '../support/software-key.js';
import { timeCode } from '../support/time-codes.js';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}
interface Step {
  secondFactorToken: string;
  kinds: string[];
}

/** No account has a code with letters that no code has. */
const WRONG = 'AAAA-AAAA-AAAA';

describe('the second factor', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const password = async (username: string, status: 201 | 202) => {
    const account = service.demonstration.accounts.find((one) => one.username === username)!;
    const answer = await service
      .everyone()
      .post('/v1/sessions')
      .send({ username, password: account.password })
      .expect(status);
    return answer.body as Tokens & Step;
  };
  const signedIn = async (username: string) => service.as((await password(username, 201)).accessToken);
  const second = (token: string, proof: object) =>
    service
      .everyone()
      .post('/v1/sessions/second-step')
      .send({ token, ...proof });
  /** Signs in anew with a code. */
  const withCode = async (username: string, code: string) =>
    second((await password(username, 202)).secondFactorToken, { code });
  const accountOf = async (username: string) =>
    (await service.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]))[0]!.id;
  /** As if the code accepted last had been long ago. */
  const later = () => service.query('UPDATE authenticator_app SET last_step = 0');
  const recorded = async (action: string) =>
    service.query('SELECT FROM audit_event WHERE action = $1', [action]);

  async function addApp(api: Api): Promise<{ secret: string; recoveryCodes: string[] }> {
    const offer = await api.post('/v1/second-factor/authenticator-app/offers').expect(201);
    const { secret } = offer.body as { secret: string };
    const { body } = await api
      .post('/v1/second-factor/authenticator-app')
      .send({ code: timeCode(secret) })
      .expect(201);
    return { secret, ...(body as { recoveryCodes: string[] }) };
  }

  it('is an app that both sides know the secret of; the password alone then opens nothing', async () => {
    const [here, elsewhere] = [await signedIn('officer'), await signedIn('officer')];
    const offer = await here.post('/v1/second-factor/authenticator-app/offers').expect(201);
    const { secret } = offer.body as { secret: string };
    await here.post('/v1/second-factor/authenticator-app').send({ code: '12345' }).expect(422);
    await elsewhere.get('/v1/second-factor').expect(200);
    const added = await here
      .post('/v1/second-factor/authenticator-app')
      .send({ code: timeCode(secret) })
      .expect(201);
    expect((added.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    await elsewhere.get('/v1/sessions/current').expect(401);
    const own = await here.get('/v1/second-factor').expect(200);
    expect(own.body).toMatchObject({ appSince: expect.any(String), recoveryCodes: 10, required: false });
    const stored = await service.query<{ text: string }>(
      'SELECT authenticator_app::text AS text FROM authenticator_app',
    );
    expect(stored[0]!.text).not.toContain(Buffer.from(secret).toString('hex'));

    await later();
    const { secondFactorToken: token, kinds } = await password('officer', 202);
    expect(kinds).toEqual(['authenticator-app', 'recovery-code']);
    await service.as(token).get('/v1/sessions/current').expect(401);
    await service.everyone().post('/v1/sessions/renewal').send({ refreshToken: token }).expect(401);
    const wrong = await second(token, { code: WRONG }).expect(401);
    expect(wrong.body).toMatchObject({ code: 'wrong-second-factor' });
    const opened = await second(token, { code: timeCode(secret) }).expect(201);
    await service
      .as((opened.body as Tokens).accessToken)
      .get('/v1/sessions/current')
      .expect(200);
    await later();
    const over = await second(token, { code: timeCode(secret) }).expect(401);
    expect(over.body).toMatchObject({ code: 'sign-in-over' });
    expect(await recorded('staff.second-factor-added')).toHaveLength(1);
    expect(await recorded('staff.second-factor-refused')).toHaveLength(1);
  });

  it('accepts a code once, also where many come with it at the same moment', async () => {
    const { secret, recoveryCodes } = await addApp(await signedIn('approver'));
    await later();
    for (const code of [timeCode(secret), recoveryCodes[0]!]) {
      const steps = await Promise.all(Array.from({ length: 3 }, () => password('approver', 202)));
      const answers = await Promise.all(steps.map((step) => second(step.secondFactorToken, { code })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    }
    expect((await withCode('approver', recoveryCodes[1]!.toLowerCase().replaceAll('-', ' '))).status).toBe(
      201,
    );
  });

  it('leaves nothing behind of sign-ins that were not finished', async () => {
    const left = () => service.query('SELECT FROM sign_in_step');
    expect(await left()).not.toEqual([]);
    await service.query("UPDATE sign_in_step SET expires_at = now() - interval '1 minute'");
    await service.app.get(SessionCleanUp).forgetQuestions();
    expect(await left()).toEqual([]);
  });

  it('is guessed at ten times at most, from wherever', async () => {
    const { secret } = await addApp(await signedIn('supervisor'));
    await later();
    const { secondFactorToken: token } = await password('supervisor', 202);
    const answers = await Promise.all(Array.from({ length: 12 }, () => second(token, { code: WRONG })));
    expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(9);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(2);
    expect((await second(token, { code: timeCode(secret) })).status).toBe(429);
  });

  it('is a passkey that signs for our own address, for who uses it, and what was asked just now', async () => {
    const api = await signedIn('protection');
    const key = softwareKey();
    const ask = async (path: string) =>
      (await api.post(`/v1/second-factor/${path}`).expect(201)).body as { challenge: string; rpId: string };
    const add = (passkey: object) => api.post('/v1/second-factor/passkeys').send({ name: 'Contoh', passkey });
    await add(key.create(await ask('passkeys/offers'), { origin: 'http://localhost.example' })).expect(422);
    await add(key.create(await ask('passkeys/offers'), { verified: false })).expect(422);
    const offer = await ask('passkeys/offers');
    const added = await add(key.create(offer)).expect(201);
    expect((added.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    await add(softwareKey().create(offer)).expect(422);

    const step = await password('protection', 202);
    expect(step.kinds).toEqual(['passkey', 'recovery-code']);
    const token = step.secondFactorToken;
    const question = async () =>
      (await service.everyone().post('/v1/sessions/second-step/questions').send({ token }).expect(201))
        .body as { challenge: string; rpId: string };
    const refused = async (passkey: object) => second(token, { passkey }).expect(401);
    await refused(key.get(await question(), { origin: 'http://localhost.example' }));
    await refused(key.get(await question(), { verified: false }));
    await refused(softwareKey().get(await question()));
    const old = await question();
    await refused(key.get(old, { verified: false }));
    await refused(key.get(old));
    await second(token, { passkey: key.get(await question(), { counter: 7 }) }).expect(201);
    const again = (await password('protection', 202)).secondFactorToken;
    const { body } = await service
      .everyone()
      .post('/v1/sessions/second-step/questions')
      .send({ token: again })
      .expect(201);
    await second(again, { passkey: key.get(body as never, { counter: 7 }) }).expect(401);
  });

  it('is what a session can only set up, where everybody must have one', async () => {
    const environment = service.app.get(Environment);
    environment.SECOND_FACTOR = 'required';
    try {
      const api = await signedIn('analyst');
      const refused = await api.get('/v1/reports/stages').expect(403);
      expect(refused.body).toMatchObject({ code: 'second-factor-missing' });
      const { secret } = await addApp(api);
      await api.get('/v1/reports/stages').expect(200);
      expect((await api.delete('/v1/second-factor/authenticator-app').expect(409)).body).toMatchObject({
        code: 'last-second-factor',
      });
      await service.api('client').then((client) => client.get('/v1/sessions/current').expect(200));
      environment.SECOND_FACTOR = 'offered';
      await api.delete('/v1/second-factor/authenticator-app').expect(204);
      expect(timeCode(secret)).toHaveLength(6);
      await (await signedIn('analyst')).get('/v1/reports/stages').expect(200);
      expect(
        await service.query(
          "SELECT FROM recovery_code r JOIN account a ON a.id = account_id WHERE username = 'analyst'",
        ),
      ).toEqual([]);
    } finally {
      environment.SECOND_FACTOR = 'offered';
    }
  });

  it('is taken away by an administrator of the post, never one’s own, and must then be set up anew', async () => {
    const administrator = await service.api('administrator');
    const victim = await signedIn('officer2');
    await addApp(victim);
    const reset = (id: string) => administrator.delete(`/v1/accounts/${id}/second-factor`);
    await reset(await accountOf('administrator')).expect(409);
    await reset(newId()).expect(404);
    await officerElsewhere(service);
    await reset(await accountOf('officer.elsewhere')).expect(404);
    await reset(await accountOf('auditor')).expect(409);
    await reset(await accountOf('officer2')).expect(204);
    await victim.get('/v1/sessions/current').expect(401);
    expect(await recorded('staff.second-factor-reset')).toHaveLength(1);

    const anew = await signedIn('officer2');
    const missing = async () => ((await anew.get('/v1/queue').expect(403)).body as { code: string }).code;
    expect(await missing()).toBe('countersignature-missing');
    const hire = hiring(service);
    const { password: own } = service.demonstration.accounts.find(({ username }) => username === 'officer2')!;
    await hire.choose(anew, await hire.confirm('officer2'), own).expect(204);
    expect(await missing()).toBe('second-factor-missing');
    expect((await anew.get('/v1/second-factor').expect(200)).body).toMatchObject({
      resetAt: expect.any(String),
    });
    await addApp(anew);
    await anew.get('/v1/queue').expect(200);

    const resets = service.app.get(FactorResetService);
    await resets.resetByOperator('officer2');
    await anew.get('/v1/sessions/current').expect(401);
    await expect(resets.resetByOperator('officer2')).rejects.toMatchObject({ code: 'no-second-factor' });
    const actors = 'SELECT actor_kind AS actor FROM audit_event WHERE action = $1 ORDER BY at';
    expect(await service.query(actors, ['staff.second-factor-reset'])).toEqual([
      { actor: 'administrator' },
      { actor: 'system' },
    ]);
  });

  it('is asked for again before it is changed, a quarter of an hour after it was given', async () => {
    const api = await signedIn('auditor');
    const age = () => service.query("UPDATE session SET confirmed_at = now() - interval '16 minutes'");
    await age();
    const refused = await api.post('/v1/second-factor/authenticator-app/offers').expect(403);
    expect(refused.body).toMatchObject({ code: 'second-factor-again' });
    const confirm = (proof: object) => api.post('/v1/second-factor/confirmations').send(proof);
    await confirm({ password: 'a wrong password' }).expect(422);
    const { password: own } = service.demonstration.accounts.find(({ role }) => role === 'auditor')!;
    await confirm({ password: own }).expect(204);
    const { secret } = await addApp(api);
    await age();
    await api.post('/v1/second-factor/recovery-codes').expect(403);
    await confirm({ password: own }).expect(422);
    await later();
    await confirm({ code: timeCode(secret) }).expect(204);
    await api.post('/v1/second-factor/recovery-codes').expect(201);
  });

  it('is asked for again before somebody is shown where a person is, and what was sent is sent on', async () => {
    const { id } = await service.register({ whereNow: 'Rumah Contoh' });
    await service.query('DELETE FROM authenticator_app');
    const api = await signedIn('officer');
    const { secret } = await addApp(api);
    await api
      .post(`/v1/registrations/${id}/danger-openings`)
      .send({ kind: 'location', reason: 'Men stand before the door' })
      .expect(201);
    const age = () => service.query("UPDATE session SET confirmed_at = now() - interval '16 minutes'");
    const disclose = (part: string) =>
      api.post(`/v1/registrations/${id}/disclosures`).send({ parts: [part], reason: 'Sits at my counter' });
    const reveal = (form: object) =>
      api.post(`/console/cases/${id}/reveal`).set('accept', 'text/html').type('form').send(form);
    await age();
    await disclose('identity').expect(200);
    expect((await disclose('location').expect(403)).body).toMatchObject({ code: 'second-factor-again' });
    await reveal({ reason: 'identity-check' }).expect(200);
    const asked = await reveal({ reason: 'find-person' }).expect(403);
    expect(asked.text).toContain('name="reason" value="find-person"');
    const carried = {
      confirmNext: `/console/cases/${id}/reveal`,
      confirmForm: 'yes',
      reason: 'find-person',
    };
    const answer = (form: object) =>
      api.post('/console/account/confirmation').type('form').redirects(0).send(form);
    await answer({ ...carried, confirmCode: WRONG }).expect(422);
    await later();
    const sentOn = { ...carried, confirmCode: timeCode(secret) };
    expect((await answer(sentOn).expect(307)).headers['location']).toBe(carried.confirmNext);
    expect((await reveal(sentOn).expect(200)).text).toContain('Rumah Contoh');
    await disclose('location').expect(200);
    await later();
    const away = await answer({ ...sentOn, confirmNext: '//example.org/console' }).expect(307);
    expect(away.headers['location']).toBe('/console/account');
  });
});
