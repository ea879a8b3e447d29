import { newId } from '../../src/platform/ids.js';
import type { PlanResponse, StagePlanResponse } from '../../src/reports/planner/plan.dto.js';
import type { PlanStage } from '../../src/reports/planner/plan-stages.js';
import { heading, visitor } from '../support/page-reader.js';
import { type Api, type Service, startService } from '../support/service.js';
import { same, savePeople } from './known-people.js';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('the surge planner', () => {
  let service: Service;
  let supervisor: Api;
  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
    const stay = await savePeople(service, [
      // six days on which people came, were verified and got documents slower than they came
      ...[6, 5, 4, 3, 2].flatMap((day) => [
        ...same(6, {
          registered: daysAgo(day),
          triaged: daysAgo(day),
          served: daysAgo(day),
          verified: daysAgo(day - 1),
        }),
        ...same(2, { registered: daysAgo(day), triaged: daysAgo(day), 'document-issued': daysAgo(day - 1) }),
      ]),
      ...same(30, { registered: daysAgo(1), triaged: daysAgo(1) }),
      ...same(3, { registered: daysAgo(1) }),
    ]);
    const [someone, other] = stay;
    await service.query('SET session_replication_role = replica');
    await service.query("UPDATE triage_assessment SET band = 'urgent' WHERE registration_id = ANY ($1)", [
      stay.slice(40, 52),
    ]);
    // one applied, one on a passport of their own
    await service.query(
      `INSERT INTO document_application (id, post_id, registration_id, status, holder_sealed, destination, valid_until,
         fee_waived, applied_by) VALUES ($1, $2, $3, 'applied', '', 'IDN', '2030-01-01', true, $1)`,
      [newId(), service.demonstration.postId, someone],
    );
    await service.query(
      `INSERT INTO identity_evidence (id, post_id, registration_id, kind, strength, agrees, statement_sealed, recorded_by)
       VALUES ($1, $2, $3, 'passport', 'superior', true, '', $1)`,
      [newId(), service.demonstration.postId, other],
    );
    await service.query('SET session_replication_role = origin');
  });
  afterAll(() => service.stop());

  const plan = async (query = '', api = supervisor) =>
    (await api.get(`/v1/reports/plan${query}`).expect(200)).body as PlanResponse;
  const at = ({ stages }: PlanResponse, stage: PlanStage): StagePlanResponse =>
    stages.find((one) => one.stage === stage)!;
  const codes = ({ assumptions }: PlanResponse, stage: PlanStage | null) =>
    assumptions.filter((one) => one.stage === stage).map(({ code }) => code);

  it('counts everybody at the stage that they wait for, by band', async () => {
    const answer = await plan();
    const backlog = Object.fromEntries(answer.stages.map((stage) => [stage.stage, stage.backlog]));
    expect(backlog).toEqual({
      triage: 3,
      counter: 30,
      identity: 0,
      application: 28,
      approval: 1,
      issue: 0,
      clearance: 11,
      departure: 0,
    });
    expect(at(answer, 'counter').byBand).toEqual({ urgent: 12, high: 0, standard: 18 });
    expect(at(answer, 'counter').medianAgeMinutes).toBeGreaterThanOrEqual(1439);
    expect(at(answer, 'departure').medianAgeMinutes).toBeNull();
    expect(answer.days).toHaveLength(30 * 8);
  });

  it('counts whoever has no document any more where they wait for another', async () => {
    const load = async () => {
      const answer = await plan();
      return ['application', 'approval', 'clearance'].map((stage) => at(answer, stage as PlanStage).backlog);
    };
    expect(await load()).toEqual([28, 1, 11]);
    const ended = await service.query<{ id: string }>(
      `UPDATE travel_document SET status = 'void', ended_reason = 'misprint', ended_at = now()
       WHERE id IN (SELECT id FROM travel_document ORDER BY id LIMIT 2) RETURNING registration_id AS id`,
    );
    expect(await load()).toEqual([30, 1, 9]);
    await service.query('SET session_replication_role = replica');
    await service.query(
      `INSERT INTO document_application (id, post_id, registration_id, status, holder_sealed, destination, valid_until,
         fee_waived, applied_by) VALUES ($1, $2, $3, 'applied', '', 'IDN', '2030-01-01', true, $1)`,
      [newId(), service.demonstration.postId, ended[0]!.id],
    );
    expect(await load()).toEqual([29, 2, 9]);
    await service.query('DELETE FROM document_application WHERE registration_id = $1', [ended[0]!.id]);
    await service.query(
      "UPDATE travel_document SET status = 'issued', ended_reason = NULL, ended_at = NULL WHERE status = 'void'",
    );
    await service.query('SET session_replication_role = origin');
    expect(await load()).toEqual([28, 1, 11]);
  });

  it('learns what it can and says what it takes for granted', async () => {
    const answer = await plan();
    expect(answer.arrivalsPerDay).toBeGreaterThan(8);
    expect(at(answer, 'identity')).toMatchObject({ staff: 1, staffKind: 'officers' });
    expect(codes(answer, 'identity')).toEqual(['pace-of-busiest-day']);
    expect(codes(answer, 'counter')).toEqual(['service-minutes', 'staff-assumed', 'no-show-assumed']);
    expect(at(answer, 'counter').staff).toBe(10);
    expect(at(answer, 'counter').waitMinutes).not.toBeNull();
    expect(codes(answer, 'departure')).toEqual(['nobody-passed-yet']);
    expect(at(answer, 'departure')).toMatchObject({ clearOn: null, staff: 0, load: null });
    expect(answer.assumptions.every(({ words }) => words.length > 10)).toBe(true);
  });

  it('is answered for numbers that somebody tries', async () => {
    const calm = `?by=${inDays(21)}&clearances=60&seats=60&officers=8&documentOfficers=9&approvers=4&arrivals=10`;
    const enough = await plan(calm);
    expect(at(enough, 'departure').clearOn).not.toBeNull();
    expect(at(enough, 'departure')).toMatchObject({ staff: 60, neededBy: { date: inDays(21) } });
    const none = await plan(`${calm}&counters=0`);
    expect(at(none, 'counter').clearOn).toBeNull();
    expect(at(none, 'counter').growingBy).toBeGreaterThan(5);
    expect(none.bottleneck).toBe('counter');
    expect(at(none, 'identity').heldUpBy).toBe('counter');
    expect(at(none, 'counter').neededBy.staff).toBe(at(enough, 'counter').neededBy.staff);
  });

  it('answers the same question alike, the same moment or later', async () => {
    const [one, another] = [await plan(), await plan()];
    expect({ ...another, asOf: one.asOf, days: [] }).toEqual({ ...one, days: [] });
  });

  it('does not count on days on which the post is closed', async () => {
    const before = at(await plan('?counters=1'), 'counter').clearOn!.p50;
    const { postId } = service.demonstration;
    await service.query(
      `INSERT INTO holiday (post_id, day, name)
       SELECT $1, (now() AT TIME ZONE 'Asia/Phnom_Penh')::date + n, 'Contoh' FROM generate_series(0, 9) AS n`,
      [postId],
    );
    const after = at(await plan('?counters=1'), 'counter').clearOn!.p50;
    await service.query('DELETE FROM holiday WHERE post_id = $1', [postId]);
    expect(after > before).toBe(true);
  });

  it.each([
    [`by=${inDays(-2)}`, '/by', 'in-the-past'],
    [`by=${inDays(300)}`, '/by', 'too-far-ahead'],
    ['days=5000', '/days', 'too-large'],
    ['counters=-1', '/counters', 'whole-number-expected'],
  ])('refuses %s', async (query, pointer, code) => {
    const { body } = await supervisor.get(`/v1/reports/plan?${query}`).expect(422);
    expect((body as { errors: object[] }).errors).toMatchObject([{ pointer, code }]);
  });

  it('withholds small counts from who may not see persons, and forecasts without them', async () => {
    const answer = await plan('', await service.api('analyst'));
    expect(answer.suppressed).toBe(true);
    expect(at(answer, 'triage')).toMatchObject({ backlog: null, byBand: null, medianAgeMinutes: null });
    expect(at(answer, 'approval')).toMatchObject({ backlog: null, byBand: null, urgentClearOn: null });
    expect(codes(answer, null)).toContain('what-is-withheld');
    const still = '?arrivals=0&documentOfficers=0&approvers=0';
    const left = ({ days }: PlanResponse) => days.filter(({ stage }) => stage === 'approval').at(-1)!.middle;
    expect(left(await plan(still))).toBe(1);
    expect(left(await plan(still, await service.api('analyst')))).toBe(0);
  });

  it('is for supervisors and analysts', async () => {
    for (const role of ['officer', 'approver', 'home-agency', 'auditor'] as const)
      await (await service.api(role)).get('/v1/reports/plan').expect(403);
    await service.everyone().get('/v1/reports/plan').expect(401);
  });

  describe('as a page', () => {
    const signedIn = async (role: string) => {
      const { username, password } = service.demonstration.accounts.find((one) => one.username === role)!;
      const browser = visitor(service);
      await browser.post('/console/sign-in', { username, password }).expect(303);
      return browser;
    };

    it('says first when it will be clear, and takes what-ifs without scripts', async () => {
      const browser = await signedIn('supervisor');
      const page = await browser
        .get(`/console/supervisor/plan?counters=3&by=${inDays(20)}&seats=`)
        .expect(200);
      expect(heading(page.text)).toBe('When everyone will be through');
      expect(page.text).toContain('name="counters" type="text" value="3"');
      expect(page.text).toContain('<svg');
      expect(page.text).toContain('You are trying numbers of your own.');
      const wrong = await browser.get('/console/supervisor/plan?counters=many').expect(422);
      expect(wrong.text).toContain('Write a whole number in digits');
      expect((await browser.get('/console/supervisor').expect(200)).text).toContain(
        '/console/supervisor/plan',
      );
    });

    it('is not for officers', async () => {
      const browser = await signedIn('officer');
      await browser.get('/console/supervisor/plan').expect(403);
    });
  });
});
