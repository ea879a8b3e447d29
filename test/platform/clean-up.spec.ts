import { Topics } from '../../src/platform/jobs/topics.js';
import { newKey, type Service, startService } from '../support/service.js';

const run = (service: Service, job: string) =>
  service.app.get(Topics).jobs.get(job)!({ postId: '', requestId: 'clean-up spec' });

describe('what is of no use any more', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const count = async (table: string) =>
    (await service.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

  it('goes by itself, every hour', () => {
    const { timetable } = service.app.get(Topics);
    for (const job of ['idempotency.forget', 'staff.forget-sessions', 'staff.forget-failures'])
      expect(timetable.get(job)).toMatch(/^\d+ \* \* \* \*$/);
  });

  it('is answers to idempotency keys that are older than two weeks, not younger ones', async () => {
    await service.query('DELETE FROM idempotency_key');
    await service.register();
    await service.register();
    await service.query(
      `UPDATE idempotency_key SET created_at = now() - interval '15 days'
       WHERE key_index = (SELECT min(key_index::text)::bytea FROM idempotency_key)`,
    );
    await run(service, 'idempotency.forget');
    expect(await count('idempotency_key')).toBe(1);
  });

  it('is failed attempts of windows that are over, not of this one', async () => {
    const body = { username: 'nobody-contoh', password: newKey() };
    await service.everyone().post('/v1/sessions').send(body).expect(401);
    await service.query(
      `INSERT INTO sign_in_failure (subject_index, window_start) VALUES ('old', now() - interval '2 hours')`,
    );
    await run(service, 'staff.forget-failures');
    const left = await service.query("SELECT subject_index = 'old' AS old FROM sign_in_failure");
    expect(left).toEqual([{ old: false }, { old: false }]);
  });

  it('is sessions that have been over for a month, not open ones', async () => {
    const officer = await service.api('officer');
    const closed = (days: number) =>
      service.query(
        `INSERT INTO session (id, role, subject_id, post_ids, opened_at, expires_at, ended_at)
         VALUES (gen_random_uuid(), 'board', gen_random_uuid(), '{}', now() - interval '100 days',
           now() - make_interval(days => $1), now() - make_interval(days => $1))`,
        [days],
      );
    await closed(31);
    await closed(2);
    await run(service, 'staff.forget-sessions');
    const left = await service.query("SELECT FROM session WHERE role = 'board' AND ended_at IS NOT NULL");
    expect(left).toHaveLength(1);
    await officer.get('/v1/sessions/current').expect(200);
  });
});
