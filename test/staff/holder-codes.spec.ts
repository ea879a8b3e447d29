import { PasswordResetService } from '../../src/staff/accounts/password-reset.service.js';
import type { CountersignatureResponse } from '../../src/staff/countersigning/countersigning.dto.js';
import { hiring } from '../support/hiring.js';
import { type Api, type Service, startService } from '../support/service.js';
import { timeCode } from '../support/time-codes.js';

const GIVEN = 'seven quiet herons crossing';
const OWN = 'eleven slow buffaloes bathing';
/** Letters that no code has. */
const NO_CODE = 'AAAA-AAAA';
const MISSING = [403, 'countersignature-missing'];
const WRONG = [422, ['/code', 'wrong-code']];

describe('the code of whoever confirmed an account', () => {
  let service: Service;
  let hire: ReturnType<typeof hiring>;
  let administrator: Api;
  let another: Api;
  beforeAll(async () => {
    service = await startService();
    hire = hiring(service);
    [administrator, another] = [await service.api('administrator'), await service.api('administrator2')];
  });
  afterAll(() => service.stop());

  const code = ({ status, body }: { status: number; body: unknown }) => [
    status,
    (body as { code?: string }).code,
  ];
  const fault = ({ status, body }: { status: number; body: unknown }) => [
    status,
    ...((body as { errors?: { pointer: string; code: string }[] }).errors ?? []).map((one) => [
      one.pointer,
      one.code,
    ]),
  ];
  const idOf = async (username: string) =>
    (await service.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]))[0]!.id;
  const of = async (username: string) => {
    const { body } = await another.get('/v1/countersignatures').expect(200);
    const { items } = body as { items: CountersignatureResponse[] };
    return items.filter((giving) => giving.username === username);
  };
  const confirm = (api: Api, id: string) => api.post(`/v1/countersignatures/${id}/confirmation`);
  const codeFor = async (username: string, api = another, which = 0) => {
    const { body } = await confirm(api, (await of(username))[which]!.id).expect(201);
    return (body as { code: string }).code;
  };
  const events = (action: string, subject: string) =>
    service.query<{ actor: string; detail: object }>(
      'SELECT actor_kind AS actor, detail FROM audit_event WHERE action = $1 AND subject_id = $2 ORDER BY at',
      [action, subject],
    );
  const anew = async (username: string) => {
    const { body } = await administrator.post(`/v1/accounts/${await idOf(username)}/password`).expect(201);
    return (body as { password: string }).password;
  };
  const signIn = (username: string, password: string) =>
    service.everyone().post('/v1/sessions').send({ username, password });

  it('keeps whoever made it out, who signed in first and waits until somebody honest has confirmed it', async () => {
    const id = await hire.make(administrator, 'officer.two.use', 'officer');
    const maker = await hire.enter('officer.two.use');
    expect(fault(await hire.choose(maker, undefined))).toEqual([422, ['/code', 'required']]);
    expect(fault(await hire.choose(maker, NO_CODE))).toEqual(WRONG);
    const app = await maker.post('/v1/second-factor/authenticator-app/offers');
    expect(code(app)).toEqual(MISSING);

    const given = await codeFor('officer.two.use');
    for (const session of [maker, await hire.enter('officer.two.use')]) {
      expect(code(await session.get('/v1/queue'))).toEqual(MISSING);
      expect((await session.get('/v1/password').expect(200)).body).toMatchObject({ codeOwed: true });
      expect(fault(await hire.choose(session, undefined))).toEqual([422, ['/code', 'required']]);
      expect(fault(await hire.choose(session, NO_CODE))).toEqual(WRONG);
    }
    // and whoever confirmed it lacks the password
    expect(fault(await hire.choose(maker, given, 'not the password at all'))).toEqual([
      422,
      ['/currentPassword', 'wrong-password'],
    ]);

    const holder = await hire.enter('officer.two.use');
    await hire.choose(holder, ` ${given.replace('-', '').toLowerCase()}`, GIVEN, OWN).expect(204);
    await holder.get('/v1/queue').expect(200);
    expect((await holder.get('/v1/password').expect(200)).body).toMatchObject({ codeOwed: false });
    await maker.get('/v1/sessions/current').expect(401);
    await signIn('officer.two.use', GIVEN).expect(401);
    expect(await events('staff.password-changed', id)).toEqual([
      { actor: 'officer', detail: { first: true, withCode: true } },
    ]);
    expect(await events('staff.holder-code-refused', id)).toHaveLength(3);
  });

  it('is given anew where it was lost, by anybody but who gave the account; the one before is no more', async () => {
    const id = await hire.make(administrator, 'lost.code', 'officer');
    const first = await codeFor('lost.code');
    expect(code(await confirm(administrator, (await of('lost.code'))[0]!.id))).toEqual([409, 'given-by-you']);
    const last = await codeFor('lost.code');
    const holder = await hire.enter('lost.code');
    expect(fault(await hire.choose(holder, first))).toEqual(WRONG);
    const age = (hours: number) =>
      service.query(
        `UPDATE account_countersignature SET confirmed_at = now() - make_interval(hours => $2, mins => 1) WHERE account_id = $1`,
        [id, hours],
      );
    await age(24);
    expect(fault(await hire.choose(holder, last))).toEqual(WRONG);
    await age(23);
    await hire.choose(holder, last).expect(204);
    const detail = { given: 'account', givenBy: await idOf('administrator') };
    expect(await events('account.countersigned', id)).toEqual([
      { actor: 'administrator', detail },
      { actor: 'administrator', detail: { ...detail, again: true } },
    ]);
  });

  it('is guessed at ten times, and is kept as a hash and in no record', async () => {
    await hire.make(administrator, 'guessed', 'officer');
    const given = await codeFor('guessed');
    const holder = await hire.enter('guessed');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => hire.choose(holder, NO_CODE).then(({ status }) => status)),
    );
    expect(answers.sort()).toEqual([...Array<number>(10).fill(422), 429, 429]);
    expect((await hire.choose(holder, given)).status).toBe(429);
    const [kept] = await service.query<{ row: string; events: string }>(
      `SELECT (SELECT string_agg(c::text || encode(code_index, 'escape'), ' ') FROM account_countersignature c) AS row,
         (SELECT string_agg(e::text, ' ') FROM audit_event e) AS events`,
    );
    for (const shown of [given, given.replace('-', '')])
      expect([kept!.row.includes(shown), kept!.events.includes(shown)]).toEqual([false, false]);
  });

  it('is used once, where two sessions use it at the same moment', async () => {
    await hire.make(administrator, 'twice', 'officer');
    const given = await codeFor('twice');
    const sessions = [await hire.enter('twice'), await hire.enter('twice')];
    const answers = await Promise.all(sessions.map((api) => hire.choose(api, given)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const left = await Promise.all(sessions.map((api) => api.get('/v1/sessions/current')));
    expect(left.map(({ status }) => status)).toEqual(
      answers.map(({ status }) => (status === 204 ? 200 : 401)),
    );
  });

  it('is needed too for another password and another second step, of each who gave one; not for what the operator gives', async () => {
    const password = await anew('officer2');
    const holder = await hire.enter('officer2', password);
    expect(code(await holder.get('/v1/queue'))).toEqual(MISSING);
    await hire.choose(holder, await codeFor('officer2'), password, OWN).expect(204);
    await holder.get('/v1/queue').expect(200);

    const { body: offer } = await holder.post('/v1/second-factor/authenticator-app/offers').expect(201);
    const app = { code: timeCode((offer as { secret: string }).secret) };
    await holder.post('/v1/second-factor/authenticator-app').send(app).expect(201);
    await another.delete(`/v1/accounts/${await idOf('officer2')}/second-factor`).expect(204);
    const without = await hire.enter('officer2', OWN);
    // nothing is set up before, by whoever knows the password
    expect(code(await without.post('/v1/second-factor/authenticator-app/offers'))).toEqual(MISSING);
    await hire.choose(without, await codeFor('officer2', administrator), OWN, GIVEN).expect(204);
    expect(code(await without.get('/v1/queue'))).toEqual([403, 'second-factor-missing']);

    const given = await service.app.get(PasswordResetService).resetByOperator('officer2');
    const back = await hire.enter('officer2', given);
    expect((await back.get('/v1/password').expect(200)).body).toMatchObject({ owed: true, codeOwed: false });
  });

  it('is one for all that another gave, and one of each where two gave something', async () => {
    await hire.make(administrator, 'given.twice', 'officer');
    const password = await anew('given.twice');
    const holder = await hire.enter('given.twice', password);
    await hire.choose(holder, await codeFor('given.twice'), password, OWN).expect(204);
    await holder.get('/v1/queue').expect(200);

    await hire.make(administrator, 'given.by.two', 'officer');
    const { body } = await another.post(`/v1/accounts/${await idOf('given.by.two')}/password`).expect(201);
    const { password: other } = body as { password: string };
    const api = await hire.enter('given.by.two', other);
    await hire.choose(api, await codeFor('given.by.two', administrator, 1), other, OWN).expect(204);
    expect(code(await api.get('/v1/queue'))).toEqual(MISSING);
    expect(await of('given.by.two')).toMatchObject([{ given: 'account', confirmedAt: null }]);
    await hire.choose(api, await codeFor('given.by.two', another), OWN, other).expect(204);
    await api.get('/v1/queue').expect(200);
  });
});
