import { createHash } from 'node:crypto';
import type { BulletinList, BulletinResponse } from '../../src/reports/bulletins/bulletins.dto.js';
import type { DailyResponse } from '../../src/reports/daily/daily.dto.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { same, savePeople } from './known-people.js';

const DAY = '2026-01-19';

describe('bulletins', () => {
  let service: Service;
  let supervisor: Api;
  let analyst: Api;
  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
    analyst = await service.api('analyst');
    await savePeople(service, [
      ...same(7, { registered: '2026-01-18T09:00:00+07:00', departed: '2026-01-19T10:00:00+07:00' }),
      ...same(12, { registered: '2026-01-19T09:00:00+07:00', triaged: '2026-01-19T09:05:00+07:00' }),
      ...same(2, { registered: '2026-01-19T09:00:00+07:00', verified: '2026-01-19T09:05:00+07:00' }),
    ]);
  });
  afterAll(() => service.stop());

  const freeze = (day: string, key = newKey(), api = supervisor) =>
    api.post('/v1/bulletins').set('idempotency-key', key).send({ day });
  const revise = (day: string, because = 'Somebody was counted late.', api = supervisor) =>
    api.post(`/v1/bulletins/${day}/revisions`).set('idempotency-key', newKey()).send({ because });
  const read = async (day: string, api = supervisor, query = '') =>
    (await api.get(`/v1/bulletins/${day}${query}`).expect(200)).body as BulletinResponse;

  it('freeze what the daily figures say, once', async () => {
    const key = newKey();
    const answer = await freeze(DAY, key).expect(201);
    const bulletin = answer.body as BulletinResponse;
    const report = (await supervisor.get(`/v1/reports/daily?from=${DAY}&to=${DAY}`).expect(200))
      .body as DailyResponse;
    expect({ figures: bulletin.figures, cumulative: bulletin.cumulative }).toEqual({
      figures: report.days[0]!.figures,
      cumulative: report.total,
    });
    expect(bulletin).toMatchObject({
      post: 'PNH',
      day: DAY,
      revision: 1,
      complete: true,
      changedBecause: null,
      changes: [],
    });
    expect((await freeze(DAY, key)).body).toEqual(bulletin);
    expect((await freeze(DAY).expect(409)).body).toMatchObject({ code: 'bulletin-exists' });
    expect((await revise(DAY).expect(409)).body).toMatchObject({ code: 'nothing-changed' });
  });

  it('never change afterwards: a correction is a revision that says what changed, and the first stays', async () => {
    const first = await read(DAY);
    await savePeople(service, [{ registered: '2026-01-19T22:00:00+07:00' }]);
    expect(await read(DAY)).toEqual(first);
    const second = (await revise(DAY).expect(201)).body as BulletinResponse;
    expect(second).toMatchObject({
      revision: 2,
      changedBecause: 'Somebody was counted late.',
      changes: [
        { figure: 'registered', cell: 'of-the-day', before: 14, after: 15 },
        { figure: 'registered', cell: 'cumulative', before: 21, after: 22 },
      ],
    });
    expect(second.figuresHash).not.toBe(first.figuresHash);
    expect(await read(DAY)).toEqual(second);
    expect(await read(DAY, supervisor, '?revision=1')).toEqual(first);
    await supervisor.get(`/v1/bulletins/${DAY}?revision=3`).expect(404);
  });

  it.each(["UPDATE bulletin SET figures = '{}'", 'DELETE FROM bulletin', 'TRUNCATE bulletin'])(
    'cannot be changed in the database either, not even by its owner: %s',
    async (statement) => {
      await expect(service.query(statement)).rejects.toThrow('append-only');
    },
  );

  it('carry a hash that anybody with the exact figures can make again', async () => {
    const [row] = await service.query<{ figures: string; hash: string }>(
      "SELECT figures::text AS figures, encode(figures_hash, 'hex') AS hash FROM bulletin WHERE revision = 1 LIMIT 1",
    );
    expect(createHash('sha256').update(row!.figures).digest('hex')).toBe(row!.hash);
    expect((await read(DAY, supervisor, '?revision=1')).figuresHash).toBe(row!.hash);
  });

  it('are revised once where two revise at the same time', async () => {
    await savePeople(service, [{ registered: '2026-01-19T22:30:00+07:00' }]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => revise(DAY)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(
      await service.query('SELECT revision FROM bulletin WHERE day = $1 ORDER BY revision', [DAY]),
    ).toEqual([1, 2, 3].map((revision) => ({ revision })));
  });

  it('are frozen once where two freeze at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => freeze('2026-01-18')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('withhold small counts from analysts as they were when frozen, and give no hash to guess them from', async () => {
    const shown = await read(DAY, analyst, '?revision=1');
    expect(shown).toMatchObject({ suppressed: true, figuresHash: null });
    expect(shown.figures).toMatchObject({ registered: 14, verified: null, departed: 7, arrived: 0 });
    expect(shown.cumulative).toMatchObject({ registered: 21, verified: null });
  });

  it('may be of today as far as it has come, but of no day to come', async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);
    expect((await freeze(today).expect(201)).body).toMatchObject({ complete: false });
    const answer = await freeze(tomorrow).expect(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/day', code: 'in-the-future' }] });
    await freeze('2026-02-30').expect(422);
    await revise('2026-01-01').expect(404);
    await supervisor.get('/v1/bulletins/2026-13-01').expect(422);
  });

  it('are listed by day, each with its newest revision', async () => {
    const page = (await analyst.get('/v1/bulletins?limit=2').expect(200)).body as BulletinList;
    expect(page.items.map(({ revision }) => revision)).toEqual([1, 3]);
    expect(page.toFreeze).toMatch(/^\d{4}-\d\d-\d\d$/);
    const rest = (await analyst.get(`/v1/bulletins?limit=2&after=${page.next}`).expect(200))
      .body as BulletinList;
    expect(rest.items.map(({ day }) => day)).toEqual(['2026-01-18']);
    expect(rest.next).toBeNull();
  });

  it('come as CSV with HXL hashtags, what is withheld left empty', async () => {
    const answer = await analyst.get(`/v1/bulletins/${DAY}/csv?revision=1`).expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers['content-disposition']).toContain('bulletin-PNH-2026-01-19-revision-1.csv');
    const lines = answer.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffday,post,figure,people_of_the_day,people_cumulative,definition,as_of,time_zone,revision,complete,changed_because,of_the_day_before,cumulative_before',
    );
    expect(lines[1]).toBe(
      '#date,#org+code,#indicator+code,#affected+daily,#affected+cumulative,#meta+definition,#date+asof,#meta+timezone,#meta+revision,#meta+complete,#meta+correction,#affected+daily+before,#affected+cumulative+before',
    );
    expect(lines).toHaveLength(11);
    expect(lines[2]).toMatch(/^2026-01-19,PNH,registered,14,21,/);
    expect(lines.find((line) => line.includes(',verified,'))).toContain(',verified,,,');
  });

  it('leave an audit event each, and are for analysts and supervisors only', async () => {
    const [row] = await service.query(
      `SELECT count(*) FILTER (WHERE action = 'bulletin.frozen')::int AS frozen,
         count(*) FILTER (WHERE action = 'bulletin.revised')::int AS revised FROM audit_event`,
    );
    expect(row).toEqual({ frozen: 3, revised: 2 });
    for (const role of ['officer', 'approver', 'home-agency', 'auditor'] as const) {
      const api = await service.api(role);
      await freeze('2026-01-17', newKey(), api).expect(403);
      await revise(DAY, 'Somebody was counted late.', api).expect(403);
      await api.get(`/v1/bulletins/${DAY}`).expect(403);
      await api.get('/v1/bulletins').expect(403);
    }
    await freeze('2026-01-17', newKey(), analyst).expect(201);
  });

  it('are no way for an analyst to count what is withheld, by asking again and again whether anything changed', async () => {
    const day = '2026-01-20';
    await freeze(day).expect(201);
    await service.query(
      `INSERT INTO identity_decision (id, post_id, registration_id, outcome, level, reasons, decided_by, decided_at)
       SELECT gen_random_uuid(), r.post_id, r.id, 'verified', 2, '{}', a.id, '2026-01-20T10:00:00+07:00'
       FROM (SELECT * FROM registration ORDER BY received_at, id LIMIT 1) r, (SELECT id FROM account WHERE role = 'officer' LIMIT 1) a`,
    );
    const refused = await revise(day, 'Somebody was counted late.', analyst);
    expect({ status: refused.status, body: refused.body as unknown }).toMatchObject({
      status: 409,
      body: { code: 'nothing-changed' },
    });
    expect((await revise(day).expect(201)).body).toMatchObject({
      changes: [
        { figure: 'verified', cell: 'of-the-day', before: 0, after: 1 },
        { figure: 'verified', cell: 'cumulative', before: 2, after: 3 },
      ],
    });
  });
});
