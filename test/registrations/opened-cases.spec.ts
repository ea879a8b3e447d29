import sharp from 'sharp';
import { agreed } from '../support/agreed.js';
import { officerElsewhere } from '../support/another-post.js';
import type { RegistrationGroupReceipt } from '../../src/registrations/groups/groups.dto.js';
import { type Api, buildRegistration, newKey, type Service, startService } from '../support/service.js';

describe('the people whose details one may see in a day', () => {
  let service: Service;
  let officer: Api;
  beforeAll(async () => {
    service = await startService({ CASES_A_DAY: '3' });
    officer = await service.api('officer');
  });
  afterAll(() => service.stop());

  const disclose = (api: Api, id: string) =>
    api
      .post(`/v1/registrations/${id}/disclosures`)
      .send({ parts: ['identity', 'home'], reason: 'Stands at my counter' });
  const people = async (count: number) =>
    (await Promise.all(Array.from({ length: count }, () => service.register()))).map(({ id }) => id);

  it('are no more than the limit, each counted once, whatever is opened of them; reaching it is on record', async () => {
    const [first, second, third, fourth] = await people(4);
    await disclose(officer, first!).expect(200);
    await disclose(officer, first!).expect(200);
    await agreed(officer, await service.api('approver'), second!, 'statements');
    await officer
      .post(`/v1/registrations/${second}/identity/disclosures`)
      .send({ reason: 'Compares the statements' })
      .expect(200);
    await agreed(officer, await service.api('approver'), third!, 'statements');
    await officer
      .post(`/v1/registrations/${third}/triage/disclosures`)
      .send({ reason: 'Looks at the band' })
      .expect(200);
    const codes = (id: string) =>
      officer
        .post(`/v1/registrations/${id}/access-codes`)
        .set({ 'if-match': '"v1"', 'idempotency-key': newKey() })
        .send({ reason: 'lost', personIsHere: true });
    expect((await codes(fourth!).expect(429)).body).toMatchObject({ code: 'too-many-cases' });
    const refused = await disclose(officer, fourth!).expect(429);
    expect(refused.body).toMatchObject({ code: 'too-many-cases' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 3600);
    await disclose(officer, second!).expect(200);
    await disclose(await service.api('officer2'), fourth!).expect(200);
    const events = await service.query(
      "SELECT detail FROM audit_event WHERE action = 'staff.cases-limit-reached'",
    );
    expect(events).toEqual([{ detail: { cases: 3 } }]);
  });

  it('are no more by their faces either, but for approvers, who compare each before they decide', async () => {
    const face = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#c08060' } })
      .jpeg()
      .toBuffer();
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) {
      const receipt = await service.register();
      const own = await service.person(receipt);
      await own.post('/v1/registrations/own/portrait').attach('photo', face, 'face.jpg').expect(204);
      ids.push(receipt.id);
    }
    const shown = async (api: Api) => {
      const statuses: number[] = [];
      for (const id of ids) statuses.push((await api.get(`/v1/registrations/${id}/portrait`)).status);
      return statuses;
    };
    expect(await shown(await service.api('protection'))).toEqual([200, 200, 200, 429]);
    expect(await shown(await service.api('approver'))).toEqual([200, 200, 200, 200]);
  });

  it('are no more by asking for many at once, and fewer again a day later', async () => {
    const approver = await service.api('approver');
    const ids = await people(8);
    const answers = await Promise.all(ids.map((id) => disclose(approver, id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    await service.query("UPDATE daily_opening SET opened_at = opened_at - interval '24 hours'");
    await disclose(approver, ids.at(-1)!).expect(200);
  });

  it('are not found out by trying numbers without end either: so many searches, then no more until the day after', async () => {
    const supervisor = await service.api('supervisor');
    const search = (n: number) =>
      supervisor
        .post('/v1/registrations/search')
        .send({ phone: `+855123456${n}`, reason: 'Stands at my counter' });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => search(10 + n)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(9).fill(200),
      429,
      429,
      429,
    ]);
    const refused = await search(30).expect(429);
    expect(refused.body).toMatchObject({ code: 'too-many-searches' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 3600);
    const reached = "SELECT detail FROM audit_event WHERE action = 'staff.searches-limit-reached'";
    expect(await service.query(reached)).toEqual([{ detail: { searches: 9 } }]);
  });

  it('are no more masked than three times as many, each counted once and relatives too; approvers read those of a surge day', async () => {
    const [protection, approver] = [await service.api('protection'), await service.api('approver')];
    const ids = await people(8);
    const family = await service
      .everyone()
      .post('/v1/registration-groups')
      .set('idempotency-key', newKey())
      .send({ members: [buildRegistration(), buildRegistration({ fullName: 'Wati Contoh' })] })
      .expect(201);
    const [one, other] = (family.body as RegistrationGroupReceipt).members.map(({ id }) => id);
    const read = (api: Api, id: string, more = '') => api.get(`/v1/registrations/${id}${more}`);
    for (const id of ids) await read(protection, id).expect(200);
    expect((await read(protection, one!, '/companions').expect(429)).body).toMatchObject({
      code: 'too-many-readings',
    });
    await read(protection, one!).expect(200);
    const refused = await read(protection, other!).expect(429);
    expect(refused.body).toMatchObject({ code: 'too-many-readings' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 3600);
    await read(protection, ids[0]!).expect(200);
    const reached = "SELECT detail FROM audit_event WHERE action = 'staff.readings-limit-reached'";
    expect(await service.query(reached)).toEqual([{ detail: { readings: 9 } }]);
    for (const id of [...ids, one!, other!]) await read(approver, id).expect(200);
  });

  it('are the same for whoever goes on at another post', async () => {
    const elsewhere = await officerElsewhere(service);
    const search = (n: number) =>
      elsewhere
        .post('/v1/registrations/search')
        .send({ phone: `+856205555${n}`, reason: 'Stands at my counter' });
    for (let n = 0; n < 9; n++) await search(1000 + n).expect(200);
    const ids = await people(4);
    const account = "(SELECT id FROM account WHERE username = 'officer.elsewhere')";
    await service.query(
      `INSERT INTO daily_opening (account_id, kind, registration_id, post_id)
       SELECT ${account}, 'case', r.id, p.id FROM registration r, post p WHERE r.id = ANY($1::uuid[]) AND p.code = 'VTE'`,
      [ids.slice(1)],
    );
    // as when they are moved and sign in anew
    await service.query(`UPDATE session SET post_ids = ARRAY[$1::uuid] WHERE subject_id = ${account}`, [
      service.demonstration.postId,
    ]);
    expect((await search(2000).expect(429)).body).toMatchObject({ code: 'too-many-searches' });
    expect((await disclose(elsewhere, ids[0]!).expect(429)).body).toMatchObject({ code: 'too-many-cases' });
  });
});
