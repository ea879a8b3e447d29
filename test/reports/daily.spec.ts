import type { DailyResponse } from '../../src/reports/daily/daily.dto.js';
import { FIGURE_CODES, FIGURES } from '../../src/reports/figures/figures.js';
import type { MilestonePage } from '../../src/reports/milestones/milestones.dto.js';
import { officerElsewhere } from '../support/another-post.js';
import { type Api, type Service, startService } from '../support/service.js';
import { same, savePeople } from './known-people.js';

describe('daily figures', () => {
  let service: Service;
  let supervisor: Api;
  let analyst: Api;
  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
    analyst = await service.api('analyst');
    await savePeople(service, [
      // the last minute of 16 January in Phnom Penh, the first of the 17th, and 17:30 UTC of the 16th: the 17th too
      ...same(6, { registered: '2026-01-16T23:59:00+07:00', triaged: '2026-01-17T00:01:00+07:00' }),
      ...same(5, { registered: '2026-01-16T17:30:00Z', booked: '2026-01-19T09:00:00+07:00' }),
      ...same(3, { registered: '2026-01-18T09:00:00+07:00', verified: '2026-01-19T09:00:00+07:00' }),
      ...same(9, {
        registered: '2026-01-19T09:00:00+07:00',
        triaged: '2026-01-19T09:01:00+07:00',
        booked: '2026-01-19T09:02:00+07:00',
        served: '2026-01-19T10:00:00+07:00',
        verified: '2026-01-19T10:10:00+07:00',
        'document-issued': '2026-01-20T10:00:00+07:00',
        'clearance-granted': '2026-01-20T11:00:00+07:00',
        departed: '2026-01-21T11:00:00+07:00',
        arrived: '2026-01-21T18:00:00+07:00',
      }),
    ]);
  });
  afterAll(() => service.stop());

  const daily = async (api: Api, query: string) =>
    (await api.get(`/v1/reports/daily?${query}`).expect(200)).body as DailyResponse;
  const people = async (query: string) => {
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const answer = await supervisor
        .get(`/v1/reports/milestones?limit=4&${query}${next && `&after=${next}`}`)
        .expect(200);
      const page = answer.body as MilestonePage;
      ids.push(...page.items.map(({ registrationId }) => registrationId));
      next = page.next;
    }
    return ids;
  };

  it('are cut by days of the post and added up from the first person on', async () => {
    const report = await daily(supervisor, 'from=2026-01-15&to=2026-01-19');
    expect(report).toMatchObject({ post: 'PNH', timeZone: 'Asia/Phnom_Penh', suppressed: false });
    expect(Date.now() - Date.parse(report.asOf)).toBeLessThan(60_000);
    expect(
      report.days.map(({ day, figures, cumulative }) => [day, figures.registered, cumulative.registered]),
    ).toEqual([
      ['2026-01-15', 0, 0],
      ['2026-01-16', 6, 6],
      ['2026-01-17', 5, 11],
      ['2026-01-18', 3, 14],
      ['2026-01-19', 9, 23],
    ]);
    expect(report.total).toEqual(report.days.at(-1)!.cumulative);
    expect((await daily(supervisor, 'from=2026-01-19&to=2026-01-19')).days).toEqual([report.days.at(-1)]);
  });

  it('carry the definition of each figure, in the language of the reader', async () => {
    const { definitions } = await daily(supervisor, 'to=2026-01-19');
    expect(definitions.map(({ figure }) => figure)).toEqual(FIGURE_CODES);
    for (const { name, definition } of definitions) expect(`${name}${definition}`).not.toContain('figure.');
    const inIndonesian = await supervisor.get('/v1/reports/daily?to=2026-01-19').set('accept-language', 'id');
    expect((inIndonesian.body as DailyResponse).definitions[0]!.definition).not.toBe(
      definitions[0]!.definition,
    );
  });

  it('agree with the lists behind them: each as long as its figure, by day and in total, each person once', async () => {
    const { days } = await daily(supervisor, 'from=2026-01-15&to=2026-01-22');
    for (const figure of FIGURE_CODES)
      for (const { day, figures, cumulative } of days) {
        const ofTheDay = await people(`milestone=${FIGURES[figure]}&day=${day}`);
        const through = await people(`milestone=${FIGURES[figure]}&through=${day}`);
        expect({ figure, day, ofTheDay: ofTheDay.length, through: through.length }).toEqual({
          figure,
          day,
          ofTheDay: figures[figure],
          through: cumulative[figure],
        });
        expect(new Set(through).size).toBe(through.length);
      }
  });

  it('withhold small counts, and what would give them away, from who may not see persons', async () => {
    const report = await daily(analyst, 'from=2026-01-15&to=2026-01-20');
    expect(report.suppressed).toBe(true);
    expect(report.days.map(({ figures, cumulative }) => [figures.registered, cumulative.registered])).toEqual(
      [
        [0, 0],
        [6, 6],
        [5, 11],
        [null, null],
        [null, 23],
        [0, 23],
      ],
    );
    for (const query of ['from=2026-01-18&to=2026-01-18', 'from=2026-01-19&to=2026-01-19', 'to=2026-01-18'])
      for (const day of (await daily(analyst, query)).days)
        expect(day).toEqual(report.days.find((other) => other.day === day.day) ?? day);
  });

  it('count nobody twice, and no merged duplicate at all', async () => {
    const [id] = await savePeople(service, [
      { registered: '2025-12-01T09:00:00+07:00', booked: '2025-12-01T10:00:00+07:00' },
    ]);
    const december = 'from=2025-12-01&to=2025-12-31';
    await service.query("UPDATE booking SET status = 'missed' WHERE registration_id = $1", [id]);
    await service.query('SET session_replication_role = replica');
    await service.query(
      `INSERT INTO booking (id, post_id, registration_id, service_type_id, slot_id, seat_number, starts_at, band_rank,
         status, booked_at) SELECT gen_random_uuid(), post_id, registration_id, service_type_id, slot_id, 2, starts_at,
         band_rank, 'booked', booked_at + interval '3 days' FROM booking WHERE registration_id = $1`,
      [id],
    );
    await service.query('SET session_replication_role = origin');
    expect((await daily(supervisor, december)).total).toMatchObject({ registered: 1, booked: 1 });
    expect((await daily(supervisor, december)).days[0]!.figures.booked).toBe(1);
    await service.query("UPDATE registration SET status = 'merged', closed_at = now() WHERE id = $1", [id]);
    expect((await daily(supervisor, december)).total).toMatchObject({ registered: 0, booked: 0 });
  });

  it('count once, under the case that is kept, who was seen at a counter under reports that were merged since', async () => {
    const seen = { registered: '2025-10-02T09:00:00+07:00', served: '2025-10-02T10:00:00+07:00' };
    const [kept, merged, mergedBefore] = await savePeople(service, [
      { registered: '2025-10-01T09:00:00+07:00' },
      { registered: '2025-10-02T09:00:00+07:00' },
      seen,
    ]);
    const served = async () =>
      (await daily(supervisor, 'from=2025-10-01&to=2025-10-31')).days.flatMap(({ day, figures }) =>
        figures.served ? [[day, figures.served]] : [],
      );
    const merge = async (into: string, id: string) => {
      await service.query('SET session_replication_role = replica');
      await service.query(
        `INSERT INTO registration_merge (id, post_id, pair_id, kept_id, merged_id, previous_status, merged_by)
         SELECT gen_random_uuid(), r.post_id, r.id, $1, r.id, r.status, a.id FROM registration r,
           (SELECT id FROM account WHERE role = 'supervisor' LIMIT 1) a WHERE r.id = $2`,
        [into, id],
      );
      await service.query('SET session_replication_role = origin');
      await service.query("UPDATE registration SET status = 'merged', closed_at = now() WHERE id = $1", [id]);
    };
    const once = [['2025-10-02', 1]];
    expect(await served()).toEqual(once);
    await merge(merged!, mergedBefore!);
    await merge(kept!, merged!);
    expect(await served()).toEqual(once);
    expect(await people('milestone=served&day=2025-10-02')).toEqual([kept]);
    await service.query(`UPDATE ticket SET registration_id = $1 WHERE registration_id = $2`, [
      merged,
      mergedBefore,
    ]);
    await service.query(
      'UPDATE registration_merge SET undone_at = now(), undone_by = merged_by WHERE kept_id = $1',
      [kept],
    );
    await service.query("UPDATE registration SET status = 'received', closed_at = NULL WHERE id = $1", [
      merged,
    ]);
    expect(await people('milestone=served&day=2025-10-02')).toEqual([merged]);
  });

  it('take back a confirmed identity that is in doubt again, and keep the first day where it is confirmed anew', async () => {
    const [id] = await savePeople(service, [{ verified: '2025-11-01T09:00:00+07:00' }]);
    const november = async () =>
      (await daily(supervisor, 'from=2025-11-01&to=2025-11-30')).days[0]!.figures.verified;
    expect(await november()).toBe(1);
    await service.query('UPDATE identity_decision SET superseded_at = now() WHERE registration_id = $1', [
      id,
    ]);
    expect(await november()).toBe(0);
    await service.query(
      `INSERT INTO identity_decision (id, post_id, registration_id, outcome, level, reasons, decided_by, decided_at)
       SELECT gen_random_uuid(), post_id, registration_id, 'verified', 3, '{}', decided_by, '2025-11-20' FROM identity_decision
       WHERE registration_id = $1`,
      [id],
    );
    expect(await november()).toBe(1);
  });

  it.each([
    ['to=2199-01-01', '/to', 'in-the-future'],
    ['from=2026-01-20&to=2026-01-19', '/to', 'before-start'],
    ['from=2020-01-01&to=2026-01-01', '/from', 'too-long-ago'],
    ['from=yesterday', '/from', 'wrong-format'],
    ['post=ZZZ', '/post', 'not-a-choice'],
  ])('refuse %s', async (query, pointer, code) => {
    const answer = await supervisor.get(`/v1/reports/daily?${query}`).expect(422);
    expect((answer.body as { errors: object[] }).errors).toContainEqual(
      expect.objectContaining({ pointer, code }),
    );
  });

  it('are for analysts and supervisors of the post; the people behind them for supervisors only, on record', async () => {
    await officerElsewhere(service);
    await supervisor.get('/v1/reports/daily?post=VTE').expect(403);
    for (const role of ['officer', 'approver', 'protection', 'home-agency', 'auditor'] as const)
      await (await service.api(role)).get('/v1/reports/daily').expect(403);
    await analyst.get('/v1/reports/milestones?milestone=arrived').expect(403);
    const before = await listed();
    await supervisor.get('/v1/reports/milestones?milestone=arrived&day=2026-01-21').expect(200);
    expect(await listed()).toBe(before + 1);
  });

  const listed = async () =>
    (await service.query("SELECT FROM audit_event WHERE action = 'report.milestone-listed'")).length;
});
