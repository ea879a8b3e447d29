import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import { StaffAtWork } from '../../src/staff/access/staff-at-work.js';
import type { CountersignatureResponse } from '../../src/staff/countersigning/countersigning.dto.js';
import { officerElsewhere } from '../support/another-post.js';
import { hiring } from '../support/hiring.js';
import { journeysOf } from '../support/journey.js';
import { type Api, type Service, startService } from '../support/service.js';

const MISSING = [403, 'countersignature-missing'];

describe('what one administrator gives', () => {
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
  const idOf = async (username: string) =>
    (await service.query<{ id: string }>('SELECT id FROM account WHERE username = $1', [username]))[0]!.id;
  const waiting = async (api: Api) =>
    ((await api.get('/v1/countersignatures').expect(200)).body as { items: CountersignatureResponse[] })
      .items;
  const of = async (username: string) =>
    (await waiting(another)).filter((giving) => giving.username === username);
  const decide = (api: Api, id: string, as: 'confirmation' | 'refusal') =>
    api.post(`/v1/countersignatures/${id}/${as}`);
  const confirmed = async (id: string) =>
    ((await decide(another, id, 'confirmation').expect(201)).body as { code: string }).code;
  const recorded = (action: string) =>
    service.query<{ actor: string; subject: string; detail: object }>(
      'SELECT actor_kind AS actor, subject_id AS subject, detail FROM audit_event WHERE action = $1 ORDER BY at',
      [action],
    );
  /** As somebody with the database in their hands would: the superuser of the tests, past the code. */
  const signed = (id: string, by: string) =>
    service.query(
      `UPDATE account_countersignature SET confirmed_as = 'administrator', confirmed_by = $2, confirmed_at = now(),
         code_index = 'made up' WHERE id = $1`,
      [id, by],
    );
  const violates = (constraint: string) => expect.objectContaining({ constraint });

  it('is of no use to them alone: no identity and no travel document comes of accounts that they made', async () => {
    for (const role of ['officer', 'approver', 'analyst'] as const)
      await hire.make(administrator, `alone.${role}`, role);
    const [officer, approver] = [await hire.enter('alone.officer'), await hire.enter('alone.approver')];
    const api = (role: string) => Promise.resolve(role === 'officer' ? officer : approver);
    const journeys = await journeysOf({ ...service, api });
    const person = await service.register();
    await expect(journeys.documentIssued(person)).rejects.toThrow('countersignature-missing');
    expect(code(await approver.get('/v1/travel-document-applications'))).toEqual(MISSING);
    const analyst = await hire.enter('alone.analyst');
    expect(code(await analyst.get('/v1/reports/stages'))).toEqual(MISSING);
    await officer.get('/v1/sessions/current').expect(200);
    const app = await officer.post('/v1/second-factor/authenticator-app/offers');
    expect(code(app)).toEqual(MISSING);
  });

  it('is not taken by the database either where an identity or a document would rest on it', async () => {
    const { id: registrationId } = await service.register();
    const holder = await idOf('alone.officer');
    const decision = (by: string) =>
      service.query(
        `INSERT INTO identity_decision (id, post_id, registration_id, outcome, reasons, decided_by)
         VALUES (gen_random_uuid(), $2, $1, 'more-needed', '{photo-needed}', $3)`,
        [registrationId, service.demonstration.postId, by],
      );
    await expect(decision(holder)).rejects.toEqual(violates('identity_decided_in_force'));
    await decision(await idOf('officer'));
    for (const [sql, constraint] of [
      ['INSERT INTO identity_opinion (officer_id) VALUES ($1)', 'identity_concluded_in_force'],
      ['INSERT INTO document_application (applied_by) VALUES ($1)', 'document_applied_in_force'],
    ] as const)
      await expect(service.query(sql, [holder])).rejects.toEqual(violates(constraint));
    await (await journeysOf(service)).documentIssued(await service.register());
    const approve = (by: string) => service.query('UPDATE document_application SET decided_by = $1', [by]);
    await expect(approve(await idOf('alone.approver'))).rejects.toEqual(
      violates('document_decided_in_force'),
    );
    await approve(await idOf('approver'));
  });

  it('is confirmed by another one, by nobody else, and is in force once its holder has chosen a password', async () => {
    const account = await hire.make(administrator, 'contoh', 'officer');
    const [giving] = await of('contoh');
    expect(giving).toMatchObject({
      accountId: account,
      role: 'officer',
      given: 'account',
      confirmedAt: null,
    });
    expect(giving).toMatchObject({ givenBy: await idOf('administrator') });
    const { id } = giving!;
    expect(code(await decide(administrator, id, 'confirmation'))).toEqual([409, 'given-by-you']);
    expect(code(await decide(await service.api('supervisor'), id, 'confirmation'))).toEqual([
      403,
      'not-allowed',
    ]);
    for (const [by, constraint] of [
      [await idOf('administrator'), 'countersigned_by_another'],
      [account, 'countersigned_by_administrator'],
      [await idOf('supervisor'), 'countersigned_by_administrator'],
    ] as const)
      await expect(signed(id, by)).rejects.toEqual(violates(constraint));

    const given = await confirmed(id);
    expect(given).toMatch(/^[0-9B-DF-HJKMNP-TV-Z]{4}-[0-9B-DF-HJKMNP-TV-Z]{4}$/);
    expect(await of('contoh')).toEqual([{ ...giving, confirmedAt: expect.any(String) }]);
    const officer = await hire.enter('contoh');
    expect(code(await officer.get('/v1/queue'))).toEqual(MISSING);
    const use = 'UPDATE account_countersignature SET code_index = NULL WHERE id = $1';
    await expect(service.query(use, [id])).rejects.toEqual(violates('countersigned_with_password'));
    await hire.choose(officer, given).expect(204);
    await officer.get('/v1/queue').expect(200);
    expect(await of('contoh')).toEqual([]);
    expect(await recorded('account.countersigned')).toEqual([
      { actor: 'administrator', subject: account, detail: { given: 'account', givenBy: giving!.givenBy } },
    ]);
    await expect(signed(id, await idOf('administrator2'))).rejects.toEqual(violates('countersigned_once'));
    for (const act of ['confirmation', 'refusal'] as const)
      expect(code(await decide(another, id, act))).toEqual([409, 'countersignature-decided']);
    expect(code(await decide(another, newId(), 'confirmation'))).toEqual([404, 'not-found']);
  });

  it('is not confirmed by an administrator whom they made for it', async () => {
    const account = await hire.make(administrator, 'administrator.mine', 'administrator');
    await hire.make(administrator, 'officer.mine', 'officer');
    const mine = await hire.enter('administrator.mine');
    const [own] = await of('administrator.mine');
    const [theirs] = await of('officer.mine');
    const refused = async () => {
      for (const { id } of [own!, theirs!]) {
        expect(code(await decide(mine, id, 'confirmation'))).toEqual(MISSING);
        await expect(signed(id, account)).rejects.toEqual(violates('countersigned_by_administrator'));
      }
    };
    await refused();
    const given = await confirmed(own!.id);
    await refused();
    await hire.choose(mine, given).expect(204);
    await decide(mine, theirs!.id, 'confirmation').expect(201);
  });

  it('is closed where two decide at the same moment and one of them refuses', async () => {
    await hire.make(administrator, 'once.decided', 'officer');
    const [giving] = await of('once.decided');
    const sessions = [another, await service.api('administrator2')];
    const answers = await Promise.all(
      (['confirmation', 'refusal'] as const).map((act, i) => decide(sessions[i]!, giving!.id, act)),
    );
    expect([201, 409]).toContain(answers[0]!.status);
    expect(answers[1]!.status).toBe(204);
    expect(await of('once.decided')).toEqual([]);
  });

  it('closes the account where it is refused, which still waits when it is opened again', async () => {
    const account = await hire.make(administrator, 'refused', 'approver');
    const approver = await hire.enter('refused');
    await decide(another, (await of('refused'))[0]!.id, 'refusal').expect(204);
    await approver.get('/v1/sessions/current').expect(401);
    expect(await of('refused')).toEqual([]);
    const open = administrator
      .patch(`/v1/accounts/${account}`)
      .set('if-match', '"v2"')
      .send({ active: true });
    expect((await open.expect(200)).body).toMatchObject({ active: true, waits: true });
    expect(await of('refused')).toHaveLength(1);
  });

  it('is confirmed on the machine itself where there is nobody else, and the log says so', async () => {
    const account = await hire.make(administrator, 'faraway', 'officer');
    const officer = await hire.takeOver('faraway');
    expect(await hire.confirm('faraway')).toBeUndefined();
    await officer.get('/v1/queue').expect(200);
    const events = await recorded('account.countersigned');
    expect(events.at(-1)).toMatchObject({ actor: 'system', subject: account });
    await expect(hire.confirm('nobody')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not drawn by lot while it waits, and is nothing to other posts', async () => {
    const { dataSource } = service.app.get(Database);
    const { postId } = service.demonstration;
    const atWork = await service.app.get(StaffAtWork).of(dataSource.manager, postId, 'officer');
    expect(atWork).not.toContain(await idOf('alone.officer'));
    expect(atWork).toContain(await idOf('faraway'));

    await officerElsewhere(service);
    const id = newId();
    await service.query(
      "INSERT INTO account_countersignature (id, account_id, given, given_by) VALUES ($1, $2, 'account', $3)",
      [id, await idOf('officer.elsewhere'), await idOf('administrator')],
    );
    expect(await of('officer.elsewhere')).toEqual([]);
    expect(code(await decide(another, id, 'confirmation'))).toEqual([404, 'not-found']);
  });

  it('cannot be written by the service as if somebody else had given it, or given and confirmed at once', async () => {
    const { manager } = service.app.get(Database).dataSource;
    await expect(
      manager.query('UPDATE account_countersignature SET given_by = account_id'),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(manager.query('DELETE FROM account_countersignature')).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    await expect(
      manager.query(
        `INSERT INTO account_countersignature (id, account_id, given, given_by, confirmed_as, confirmed_at)
         VALUES ($1, $2, 'account', $3, 'operator', now())`,
        [newId(), await idOf('officer'), await idOf('administrator')],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'countersigned_later' } });
  });
});
