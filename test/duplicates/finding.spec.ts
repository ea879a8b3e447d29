import type { DuplicateComparisonResponse } from '../../src/duplicates/pairs/duplicates.dto.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import type { DailyResponse } from '../../src/reports/daily/daily.dto.js';
import type { MilestonePage } from '../../src/reports/milestones/milestones.dto.js';
import { WeightEstimation } from '../../src/duplicates/weights/weight-estimation.js';
import { DuplicateCheck } from '../../src/duplicates/candidates/duplicate-check.js';
import { type Api, type Service, startService } from '../support/service.js';
import { buildSomebody, decide, groups, pairOf, reportedTwice, undo, worklist } from './twice-reported.js';

describe('people who report twice', () => {
  let service: Service;
  let supervisor: Api;
  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
  });
  afterAll(() => service.stop());

  const keysOf = async (id: string) =>
    (await service.query('SELECT key FROM duplicate_key WHERE registration_id = $1', [id])).length;
  const pairsOf = (id: string) =>
    service.query<{ id: string; status: string; version: number }>(
      'SELECT id, status, version FROM duplicate_pair WHERE first_id = $1 OR second_id = $1',
      [id],
    );

  const withdraw = async (receipt: RegistrationReceipt) => {
    const person = await service.person(receipt);
    const own = await person.get('/v1/registrations/own').expect(200);
    const etag = own.headers.etag as string;
    await person.post('/v1/registrations/own/withdrawal').set('if-match', etag).expect(200);
  };

  it('are found by the job that follows each registration, and lose nothing by it', async () => {
    const somebody = buildSomebody();
    const { first, second, pair } = await reportedTwice(service, supervisor, somebody);
    expect(pair).toMatchObject({ status: 'open', proposal: 'same', obstacle: null, keep: first.id });
    expect(pair.probability).toBeGreaterThan(0.999);
    expect(pair.reasons.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['name', 'birthDate', 'phone']),
    );
    const bookings = await service.query<{ registration_id: string }>(
      "SELECT registration_id FROM booking WHERE status = 'booked' AND registration_id = ANY ($1)",
      [[first.id, second.id]],
    );
    expect(bookings).toHaveLength(2);
  });

  it('leave codes, levels and keyed hashes behind, and nothing that they said', async () => {
    const somebody = buildSomebody();
    const { first, pair } = await reportedTwice(service, supervisor, somebody);
    const rows = await service.query(
      'SELECT d.*, k.* FROM duplicate_pair d JOIN duplicate_key k ON k.registration_id IN (d.first_id, d.second_id) WHERE d.id = $1',
      [pair.id],
    );
    const events = await service.query("SELECT * FROM audit_event WHERE action LIKE 'duplicates.%'");
    const text = JSON.stringify([rows, events]).toLowerCase();
    const [given, family] = somebody.fullName.toLowerCase().split(' ');
    for (const secret of [given!, family!, somebody.contact.phone.slice(3)])
      expect(text).not.toContain(secret);
    expect(await keysOf(first.id)).toBeGreaterThan(0);
  });

  it('make one pair however often and however many at once the job runs', async () => {
    const { first, second, pair } = await reportedTwice(service, supervisor);
    const check = service.app.get(DuplicateCheck);
    const [{ post_id: postId }] = (await service.query<{ post_id: string }>(
      'SELECT post_id FROM registration WHERE id = $1',
      [first.id],
    )) as [{ post_id: string }];
    const again = (registrationId: string) => check.check({ postId, requestId: 'test', registrationId });
    await Promise.all([first.id, second.id, first.id, second.id].map(again));
    expect(await pairsOf(first.id)).toEqual([{ id: pair.id, status: 'open', version: pair.version }]);
  });

  it('that has been decided on is not proposed again', async () => {
    const { first, second, pair } = await reportedTwice(service, supervisor);
    await decide(supervisor, pair, { decision: 'different' }).expect(200);
    const person = await service.person(second);
    const own = await person.get('/v1/registrations/own').expect(200);
    await person
      .patch('/v1/registrations/own/contact')
      .set('if-match', own.headers.etag as string)
      .send({ method: 'none' })
      .expect(200);
    await service.runJobs();
    expect((await pairOf(service, supervisor, first, second)).status).toBe('different');
  });

  it('are weighed anew when they say something new', async () => {
    const somebody = buildSomebody();
    const first = await service.register(somebody);
    const second = await service.register({ ...somebody, contact: { method: 'none' } });
    await service.runJobs();
    const before = (await pairsOf(first.id))[0];
    const person = await service.person(second);
    const own = await person.get('/v1/registrations/own').expect(200);
    await person
      .patch('/v1/registrations/own/contact')
      .set('if-match', own.headers.etag as string)
      .send(somebody.contact)
      .expect(200);
    await service.runJobs();
    const after = await pairOf(service, supervisor, first, second);
    expect(after.reasons).toContainEqual(expect.objectContaining({ field: 'phone', level: 'exact' }));
    expect(after.version).toBeGreaterThan(before?.version ?? 0);
  });

  it('are found once they have withdrawn, and no more once they are erased', async () => {
    const somebody = buildSomebody();
    const { first, second } = await reportedTwice(service, supervisor, somebody);
    await withdraw(first);
    await service.runJobs();
    expect(await keysOf(first.id)).toBeGreaterThan(0);
    await service.query(
      'UPDATE person SET wrapped_key = NULL WHERE id = (SELECT person_id FROM registration WHERE id = $1)',
      [second.id],
    );
    expect(await keysOf(second.id)).toBe(0);
    const third = await service.register(somebody);
    await service.runJobs();
    const found = await pairsOf(third.id);
    expect(found.map(({ id }) => id)).toEqual([(await pairOf(service, supervisor, first, third)).id]);
    const shown = (await worklist(supervisor, '?limit=200')).items.map(({ id }) => id);
    expect(shown).toContain(found[0]!.id);
  });

  it('are counted once where they withdrew and register again, and the list agrees with the total', async () => {
    const somebody = buildSomebody();
    const first = await service.register(somebody);
    await withdraw(first);
    const second = await service.register(somebody);
    await service.runJobs();
    const status = async () =>
      (
        await service.query<{ status: string }>('SELECT status FROM registration WHERE id = $1', [first.id])
      )[0]!.status;
    const registered = async () => {
      const { body } = await supervisor.get('/v1/reports/daily').expect(200);
      const { day, figures } = (body as DailyResponse).days.at(-1)!;
      const query = `milestone=registered&day=${day}&limit=200`;
      const list = (await supervisor.get(`/v1/reports/milestones?${query}`).expect(200))
        .body as MilestonePage;
      expect(list.items).toHaveLength(figures.registered!);
      return figures.registered!;
    };
    const before = await registered();
    const pair = await pairOf(service, supervisor, first, second);
    expect(pair).toMatchObject({ keep: second.id, obstacle: null });
    const wrong = await decide(supervisor, pair, { decision: 'same', keep: first.id }).expect(409);
    expect(wrong.body).toMatchObject({ code: 'not-open' });
    const { body } = await decide(supervisor, pair, { decision: 'same' }).expect(200);
    expect([await status(), await registered()]).toEqual(['merged', before - 1]);
    const again = await (await service.person(first)).get('/v1/registrations/own').expect(200);
    await (
      await service.person(first)
    )
      .post('/v1/registrations/own/withdrawal')
      .set('if-match', again.headers.etag as string)
      .expect(409);
    await undo(supervisor, (body as DuplicateComparisonResponse).merge!).expect(200);
    await service.runJobs();
    expect([await status(), await registered()]).toEqual(['withdrawn', before]);
  });

  it('are shown to whoever has the right to it alone, masked, page by page, and on record', async () => {
    const { pair, first, second } = await reportedTwice(service, supervisor);
    for (const role of ['officer', 'approver', 'analyst'] as const)
      await (await service.api(role)).get('/v1/duplicates').expect(403);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await worklist(supervisor, `?limit=2${next ? `&after=${next}` : ''}`);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toContain(pair.id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(pair.first.maskedName).toMatch(/^C••• U•••$/);
    const reason = 'Both receipts in hand';
    const protection = await service.api('protection');
    const shown = await protection.post(`/v1/duplicates/${pair.id}/disclosures`).send({ reason }).expect(200);
    expect(shown.body).toMatchObject({
      first: { identity: { fullName: expect.stringContaining('Contoh') as string } },
    });
    expect(JSON.stringify(shown.body)).not.toContain('whereNow');
    const events = await service.query<{ action: string; subject_id: string }>(
      "SELECT action, subject_id FROM audit_event WHERE action IN ('duplicates.read', 'registration.disclosed')",
    );
    for (const subject_id of [first.id, second.id])
      for (const action of ['duplicates.read', 'registration.disclosed'])
        expect(events).toContainEqual({ action, subject_id });
  });

  it('are not more to look at than there is time for: the least sure wait, and none is lost', async () => {
    await service.query(
      `INSERT INTO duplicate_pair (id, post_id, first_id, second_id, proposal, probability, weight, reasons, model_version)
       SELECT gen_random_uuid(), a.post_id, a.id, b.id, 'review', 0.9, row_number() OVER (), '[]', 0
       FROM registration a JOIN registration b ON a.id < b.id WHERE 'withdrawn' NOT IN (a.status, b.status)
       ON CONFLICT DO NOTHING`,
    );
    const waiting = await worklist(supervisor, '?limit=200');
    const now = await groups(supervisor);
    const later = await groups(supervisor, '?part=later&limit=200');
    expect([now.later, later.now]).toEqual([later.items.length, now.items.length]);
    expect(later.items.length).toBeGreaterThan(0);
    const shown = [now, later].map(({ items }) => items.flatMap(({ pairs }) => pairs.map(({ id }) => id)));
    expect(shown.flat().sort()).toEqual(waiting.items.map(({ id }) => id).sort());
    const looked = now.items.filter(({ pairs }) => pairs[0]!.proposal === 'review');
    expect(new Set(looked.flatMap(({ cases }) => cases.map(({ id }) => id))).size).toBeLessThanOrEqual(10);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await groups(supervisor, `?limit=2${next ? `&after=${next}` : ''}`);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(now.items.map(({ id }) => id));
    await service.query("DELETE FROM duplicate_pair WHERE reasons = '[]'");
  });

  it('are weighed by what the post’s own registrations tell, which is stored without a word of them', async () => {
    const { postId } = service.demonstration;
    const estimation = service.app.get(WeightEstimation);
    expect(await estimation.estimate(postId)).toBeUndefined();
    const people = Array.from({ length: 40 }, buildSomebody);
    await Promise.all(people.map((somebody) => service.register(somebody)));
    await service.runJobs();
    let rounds = 0;
    const timer = setInterval(() => rounds++, 5);
    const began = performance.now();
    expect(await estimation.estimate(postId, 40)).toBe(1);
    clearInterval(timer);
    // a request would have been heard meanwhile
    expect(rounds).toBeGreaterThan((performance.now() - began) / 200);
    expect(await estimation.estimate(postId, 40)).toBeUndefined();
    const [stored] = await service.query<{ model: unknown; records: number }>('SELECT * FROM matching_model');
    expect(stored!.records).toBeGreaterThanOrEqual(40);
    const text = JSON.stringify(stored!.model).toLowerCase();
    for (const { fullName } of people)
      for (const word of fullName.toLowerCase().split(' ')) expect(text).not.toContain(word);
    expect(await service.query("SELECT FROM audit_event WHERE action = 'duplicates.estimated'")).toHaveLength(
      1,
    );
    const { pair } = await reportedTwice(service, supervisor);
    expect(pair).toMatchObject({ status: 'open', proposal: 'same' });
    const [weighed] = await service.query<{ model_version: number }>(
      'SELECT model_version FROM duplicate_pair WHERE id = $1',
      [pair.id],
    );
    expect(weighed!.model_version).toBe(1);
  });
});
