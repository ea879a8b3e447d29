import { DataSource } from 'typeorm';
import { GroupReader } from '../../src/registrations/groups/group-reader.js';
import type { RegistrationGroupReceipt } from '../../src/registrations/groups/groups.dto.js';
import { buildRegistration, newKey, type Service, startService } from '../support/service.js';

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
    });
  });
});
