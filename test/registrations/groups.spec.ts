import { DataSource } from 'typeorm';
import { GroupReader } from '../../src/registrations/groups/group-reader.js';
import type { RegistrationReceipt as Receipt } from '../../src/registrations/intake/intake.dto.js';
import type { RegistrationGroupReceipt } from '../../src/registrations/groups/groups.dto.js';
import { tablesWith } from '../support/everything-stored.js';
import { type Api, buildRegistration, newKey, type Service, startService } from '../support/service.js';
import { desk } from './forced-person.js';

describe('people who register together', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const send = (members: object[], key = newKey()) =>
    service.everyone().post('/v1/registration-groups').set('idempotency-key', key).send({ members });
  const register = async (members: object[]) =>
    (await send(members).expect(201)).body as RegistrationGroupReceipt;
  const count = async () => Number((await service.query('SELECT count(*) AS n FROM registration'))[0]!['n']);
  const mother = () => buildRegistration({ fullName: 'Wati Contoh', birthDate: { year: 1985 }, sex: 'F' });
  const child = () => ({ ...buildRegistration({ birthDate: { year: 2015 } }), guardian: 0 });

  it('get a case, a reference and codes each, share a group, and a minor is with an adult', async () => {
    const { id, members } = await register([mother(), child(), buildRegistration()]);
    expect(new Set(members.map(({ reference }) => reference)).size).toBe(3);
    const rows = await service.query<{ id: string; group_id: string; guardian_id: string | null }>(
      'SELECT id, group_id, guardian_id FROM registration WHERE group_id = $1',
      [id],
    );
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row.id === members[1]!.id)?.guardian_id).toBe(members[0]!.id);
    const group = await service.app.get(DataSource).transaction(async (tx) => {
      const [post] = await service.query<{ id: string }>("SELECT id FROM post WHERE code = 'PNH'");
      await tx.query("SELECT set_config('pulang.posts', $1, true)", [post!.id]);
      return service.app.get(GroupReader).groupOf(tx, members[2]!.id);
    });
    expect(group).toEqual(members.map((member) => member.id));
  });

  it('are all registered or none of them, and each fault says whose it is', async () => {
    const before = await count();
    const refused = await send([mother(), { ...child(), consents: [] }]).expect(422);
    expect(refused.body).toMatchObject({
      errors: [{ pointer: '/members/1/consents', code: 'consent-needed' }],
    });
    for (const members of [[], [mother()], [mother(), { ...child(), guardian: 1 }]])
      await send(members).expect(422);
    await send(Array.from({ length: 11 }, mother)).expect(422);
    expect(await count()).toBe(before);
  });

  it('are registered once for one key, even ten times at once', async () => {
    const before = await count();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send([mother(), child()], key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await count()).toBe(before + 2);
  });

  it('do not see each other, but an officer sees who came together', async () => {
    const { members } = await register([mother(), child()]);
    const person = await service.person(members[1]!);
    const own = await person.get('/v1/registrations/own').expect(200);
    expect(own.text).not.toContain(members[0]!.reference);
    expect(own.text).not.toContain(members[0]!.id);
    await person.get(`/v1/registrations/${members[1]!.id}/companions`).expect(403);
    const officer = await service.api('officer');
    const seen = await officer.get(`/v1/registrations/${members[1]!.id}/companions`).expect(200);
    expect(seen.body).toMatchObject({
      items: [
        { id: members[0]!.id, maskedName: 'W••• C•••', guardianId: null, self: false },
        { id: members[1]!.id, guardianId: members[0]!.id, self: true },
      ],
    });
    const alone = await service.register();
    expect((await officer.get(`/v1/registrations/${alone.id}/companions`).expect(200)).body).toEqual({
      items: [],
      namedAdult: null,
    });
  });

  describe('one after the other', () => {
    const toldAdult = { name: 'Wati Contoh', relation: 'my aunt' };
    const register = (birthYear?: number, more: object = {}) =>
      service.register({ birthDate: { year: birthYear }, ...more });
    const link = (api: Api, id: string, version: number, reference: string) =>
      api.put(`/v1/registrations/${id}/guardian`).set('if-match', `"v${version}"`).send({ reference });
    const placed = (...ids: string[]) =>
      service.query<{ group_id: string | null; guardian_id: string | null; version: number }>(
        'SELECT group_id, guardian_id, version FROM registration WHERE id = ANY ($1) ORDER BY received_at',
        [ids],
      );

    it('a child says whom it is with, sealed; the two are linked by an officer, and parted again', async () => {
      const ward = await register(2015, { adult: toldAdult });
      const aunt = await register(1985);
      expect(await tablesWith(service, 'Wati Contoh', 'my aunt')).toEqual([]);
      const own = await (await service.person(ward)).get('/v1/registrations/own').expect(200);
      expect(own.body).toMatchObject({ adult: toldAdult });
      const officer = await service.api('officer');
      const seen = await officer.get(`/v1/registrations/${ward.id}/companions`).expect(200);
      expect(seen.body).toEqual({ items: [], namedAdult: 'W••• C•••' });
      const opened = await officer
        .post(`/v1/registrations/${ward.id}/disclosures`)
        .send({ parts: ['adult'], reason: 'Sits at my counter' })
        .expect(200);
      expect(opened.body).toEqual({ adult: toldAdult });
      for (const role of ['supervisor', 'approver', 'analyst'] as const)
        await link(await service.api(role), ward.id, 1, aunt.reference).expect(403);
      await link(officer, ward.id, 7, aunt.reference).expect(412);
      await link(officer, ward.id, 1, 'PNH-2222-2222-2').expect(422);
      await link(officer, ward.id, 1, ward.reference).expect(422);
      expect((await link(officer, ward.id, 1, aunt.reference).expect(200)).body).toMatchObject({
        version: 2,
      });
      const [first, second] = await placed(ward.id, aunt.id);
      expect(first).toMatchObject({ guardian_id: aunt.id, group_id: second!.group_id });
      expect(first!.group_id).not.toBeNull();
      const counter = await desk(service, 'officer');
      const page = await counter.get(`/console/cases/${ward.id}`).expect(200);
      expect(page.text).toContain('is the adult with them');
      const shown = await counter.post(`/console/cases/${ward.id}/reveal`, { reason: 'find-adult' });
      expect(shown.text).toContain('Wati Contoh, my aunt');
      const part = () => officer.delete(`/v1/registrations/${ward.id}/guardian`).set('if-match', '"v2"');
      await part().expect(200);
      await part().expect(412);
      expect((await placed(ward.id))[0]).toMatchObject({ guardian_id: null, version: 3 });
      const recorded = await service.query<{ action: string }>(
        "SELECT action FROM audit_event WHERE subject_id = $1 AND action LIKE 'registration.guardian%' ORDER BY at",
        [ward.id],
      );
      expect(recorded.map(({ action }) => action)).toEqual([
        'registration.guardian-linked',
        'registration.guardian-unlinked',
      ]);
    });

    it('nobody of age is with anybody, no minor has anybody with them, and nobody who is with somebody else', async () => {
      const officer = await service.api('officer');
      const [ward, adult, minor, left] = [
        ...[await register(2015), await register(1985), await register(2014), await register(1980)],
      ] as [Receipt, Receipt, Receipt, Receipt];
      const refused = await link(officer, adult.id, 1, left.reference).expect(409);
      expect(refused.body).toMatchObject({ code: 'not-a-child' });
      const cannot = { errors: [{ pointer: '/reference', code: 'cannot-look-after' }] };
      expect((await link(officer, ward.id, 1, minor.reference).expect(422)).body).toMatchObject(cannot);
      await (
        await service.person(left)
      )
        .post('/v1/registrations/own/withdrawal')
        .set('if-match', '"v1"')
        .expect(200);
      expect((await link(officer, ward.id, 1, left.reference).expect(422)).body).toMatchObject(cannot);
      await link(officer, left.id, 2, adult.reference).expect(409);
    });

    it('two of unknown age who are linked to each other at once are linked one way', async () => {
      const officer = await service.api('officer');
      const [one, other] = [await register(), await register()];
      const answers = await Promise.all([
        link(officer, one.id, 1, other.reference),
        link(officer, other.id, 1, one.reference),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      const guardians = (await placed(one.id, other.id)).filter(({ guardian_id: id }) => id !== null);
      expect(guardians).toHaveLength(1);
    });
  });
});
