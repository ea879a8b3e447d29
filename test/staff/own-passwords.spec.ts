import { Database } from '../../src/platform/database/database.js';
import { Environment } from '../../src/platform/config/environment.js';
import { PasswordResetService } from '../../src/staff/accounts/password-reset.service.js';
import { hiring } from '../support/hiring.js';
import { type Api, type Service, startService } from '../support/service.js';
import { timeCode } from '../support/time-codes.js';
import { untilBlocked } from '../support/until-blocked.js';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

const NEW = 'seven quiet herons crossing';
const OTHER = 'nine loud parrots waiting';

describe('one’s own password', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const given = (username: string) =>
    service.demonstration.accounts.find((one) => one.username === username)!.password;
  const enter = (username: string, password: string) =>
    service.everyone().post('/v1/sessions').send({ username, password });
  const signedIn = async (username: string, password = given(username)) =>
    service.as(((await enter(username, password).expect(201)).body as Tokens).accessToken);
  const change = (api: Api, currentPassword: string, newPassword: string, code?: string) =>
    api.put('/v1/password').send({ currentPassword, newPassword, code });
  const faults = (answer: { body: unknown }) =>
    (answer.body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => [
      pointer,
      code,
    ]);
  const recorded = (action: string) =>
    service.query<{ detail: object }>('SELECT detail FROM audit_event WHERE action = $1', [action]);

  it('is changed by who knows the present one; they go on here, and are signed out elsewhere', async () => {
    const [here, elsewhere] = [await signedIn('officer'), await signedIn('officer')];
    const old = given('officer');
    expect(faults(await change(here, 'a wrong password', NEW).expect(422))).toEqual([
      ['/currentPassword', 'wrong-password'],
    ]);
    expect(faults(await change(here, old, 'too short').expect(422))).toEqual([['/newPassword', 'too-short']]);
    expect(faults(await change(here, old, old).expect(422))).toEqual([['/newPassword', 'same-password']]);
    expect(faults(await change(here, old, 'Demonstration officer').expect(422))).toEqual([
      ['/newPassword', 'guessable-password'],
    ]);
    expect((await here.get('/v1/password').expect(200)).body).toEqual({
      changedAt: null,
      owed: false,
      codeOwed: false,
    });
    await change(here, old, NEW).expect(204);
    expect((await here.get('/v1/password').expect(200)).body).toEqual({
      changedAt: expect.any(String),
      owed: false,
      codeOwed: false,
    });
    await elsewhere.get('/v1/sessions/current').expect(401);
    await enter('officer', old).expect(401);
    await enter('officer', NEW).expect(201);
    expect(await recorded('staff.password-changed')).toEqual([{ detail: { first: false } }]);
    expect(await recorded('staff.password-refused')).toHaveLength(1);
  });

  it('is guessed at ten times at most by whoever sits at an open session', async () => {
    const api = await signedIn('auditor');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => change(api, `a wrong password ${i}`, NEW)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(10).fill(422), 429, 429]);
    await change(api, given('auditor'), NEW).expect(429);
    await api
      .post('/v1/second-factor/confirmations')
      .send({ password: given('auditor') })
      .expect(429);
  });

  it('is changed once, where two sessions change it at the same moment', async () => {
    const sessions = await Promise.all(Array.from({ length: 4 }, () => signedIn('approver')));
    const answers = await Promise.all(
      sessions.map((api, i) => change(api, given('approver'), `${OTHER} ${i}`)),
    );
    const won = answers.findIndex(({ status }) => status === 204);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401, 401]);
    const open = await Promise.all(sessions.map((api) => api.get('/v1/sessions/current')));
    expect(open.map(({ status }) => status)).toEqual(answers.map((_, i) => (i === won ? 200 : 401)));
    await enter('approver', `${OTHER} ${won}`).expect(201);
    const same = await signedIn('approver', `${OTHER} ${won}`);
    const twice = await Promise.all([1, 2].map(() => change(same, `${OTHER} ${won}`, NEW)));
    expect(twice.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  /** Changes it in the moment between the check of the old one and the session that it would open. */
  async function meanwhile(work: () => Promise<unknown>, enterNow: () => Promise<{ status: number }>) {
    const database = service.app.get(Database);
    const transaction = database.transaction.bind(database);
    database.transaction = async (posts, inside) => {
      database.transaction = transaction;
      await work();
      return transaction(posts, inside);
    };
    return (await enterNow()).status;
  }

  it('that is no more opens nothing, however close together a change and signing in are', async () => {
    const api = await signedIn('supervisor');
    const changed = () => change(api, given('supervisor'), NEW).expect(204);
    expect(await meanwhile(changed, async () => enter('supervisor', given('supervisor')))).toBe(401);

    // the other way round: a session is being opened while the change waits for it
    const holding = service.app.get(Database).dataSource.createQueryRunner();
    await holding.startTransaction();
    await holding.query("SELECT FROM account WHERE username = 'supervisor' FOR SHARE");
    const late = change(api, NEW, OTHER).then((answer) => answer.status);
    expect(await untilBlocked((sql) => service.query(sql), late)).toBe(true);
    const opened = await signedIn('supervisor', NEW);
    await holding.commitTransaction();
    await holding.release();
    expect(await late).toBe(204);
    await opened.get('/v1/sessions/current').expect(401);
    await api.get('/v1/sessions/current').expect(200);
  });

  it('of somebody with a second factor is changed after it was given again, and ends what waits for it', async () => {
    const api = await signedIn('protection');
    const { body } = await api.post('/v1/second-factor/authenticator-app/offers').expect(201);
    const { secret } = body as { secret: string };
    await api
      .post('/v1/second-factor/authenticator-app')
      .send({ code: timeCode(secret) })
      .expect(201);
    const waiting = await enter('protection', given('protection')).expect(202);
    await service.query("UPDATE session SET confirmed_at = now() - interval '16 minutes'");
    const asked = await change(api, given('protection'), NEW).expect(403);
    expect(asked.body).toMatchObject({ code: 'second-factor-again' });
    await service.query('UPDATE authenticator_app SET last_step = 0');
    await api
      .post('/v1/second-factor/confirmations')
      .send({ code: timeCode(secret) })
      .expect(204);
    await change(api, given('protection'), NEW).expect(204);
    const { secondFactorToken: token } = waiting.body as { secondFactorToken: string };
    await service.query('UPDATE authenticator_app SET last_step = 0');
    const over = await service
      .everyone()
      .post('/v1/sessions/second-step')
      .send({ token, code: timeCode(secret) });
    expect([over.status, (over.body as { code: string }).code]).toEqual([401, 'sign-in-over']);
  });

  it('is chosen first of all by whoever got theirs from an administrator', async () => {
    const administrator = await service.api('administrator');
    const posts = [service.demonstration.postId];
    const made = { username: 'contoh.baru', displayName: 'Officer Contoh', role: 'officer', posts };
    const weak = await administrator.post('/v1/accounts').send({ ...made, password: 'Officer-Contoh-2026' });
    expect(faults(weak)).toEqual([['/password', 'guessable-password']]);
    await administrator
      .post('/v1/accounts')
      .send({ ...made, password: OTHER })
      .expect(201);
    const environment = service.app.get(Environment);
    environment.SECOND_FACTOR = 'required';
    try {
      const api = await signedIn('contoh.baru', OTHER);
      const code = async () => ((await api.get('/v1/queue').expect(403)).body as { code: string }).code;
      expect(await code()).toBe('countersignature-missing');
      await api.post('/v1/second-factor/authenticator-app/offers').expect(403);
      expect((await api.get('/v1/password').expect(200)).body).toEqual({
        changedAt: null,
        owed: true,
        codeOwed: true,
      });
      const given = await hiring(service).confirm('contoh.baru');
      await change(api, OTHER, OTHER, given).expect(422);
      await change(api, OTHER, NEW, given).expect(204);
      expect(await code()).toBe('second-factor-missing');
    } finally {
      environment.SECOND_FACTOR = 'offered';
    }
    await (await signedIn('contoh.baru', NEW)).get('/v1/queue').expect(200);
    const details = (await recorded('staff.password-changed')).map(({ detail }) => detail);
    expect(details).toContainEqual({ first: true, withCode: true });
  });

  it('that was forgotten is given anew by an administrator, who never takes both steps away', async () => {
    const administrator = await service.api('administrator');
    const idOf = async (username: string) =>
      (await service.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]))[0]!.id;
    const reset = async (username: string) =>
      administrator.post(`/v1/accounts/${await idOf(username)}/password`);
    const takeFactor = async () =>
      administrator.delete(`/v1/accounts/${await idOf('home-agency')}/second-factor`);
    expect((await reset('administrator')).body).toMatchObject({ code: 'own-account' });
    const victim = await signedIn('home-agency');
    const { body } = await victim.post('/v1/second-factor/authenticator-app/offers').expect(201);
    const { secret } = body as { secret: string };
    await victim
      .post('/v1/second-factor/authenticator-app')
      .send({ code: timeCode(secret) })
      .expect(201);
    const answer = await reset('home-agency');
    expect(answer.status).toBe(201);
    const { password } = answer.body as { password: string };
    await victim.get('/v1/sessions/current').expect(401);
    await enter('home-agency', given('home-agency')).expect(401);
    expect((await takeFactor()).body).toMatchObject({ code: 'own-password-awaited' });
    const { secondFactorToken: token } = (await enter('home-agency', password).expect(202)).body as {
      secondFactorToken: string;
    };
    await service.query('UPDATE authenticator_app SET last_step = 0');
    const opened = await service
      .everyone()
      .post('/v1/sessions/second-step')
      .send({ token, code: timeCode(secret) })
      .expect(201);
    const api = service.as((opened.body as Tokens).accessToken);
    const owed = await api.get('/v1/second-factor').expect(403);
    expect(owed.body).toMatchObject({ code: 'countersignature-missing' });
    await change(api, password, NEW, await hiring(service).confirm('home-agency')).expect(204);
    expect((await takeFactor()).status).toBe(204);
    expect((await reset('home-agency')).body).toMatchObject({ code: 'second-factor-awaited' });

    const resets = service.app.get(PasswordResetService);
    await signedIn('home-agency', await resets.resetByOperator('home-agency'));
    await expect(resets.resetByOperator('nobody')).rejects.toMatchObject({ code: 'not-found' });
    const actors = 'SELECT actor_kind AS actor FROM audit_event WHERE action = $1 ORDER BY at';
    expect(await service.query(actors, ['staff.password-reset'])).toEqual([
      { actor: 'administrator' },
      { actor: 'system' },
    ]);
  });
});
