import { Client } from 'pg';
import { type Service, startService } from '../support/service.js';

describe('jobs that a process had begun when it was killed', () => {
  let service: Service;
  let elsewhere: Client;
  beforeAll(async () => {
    service = await startService({ ROLE: 'both' });
    elsewhere = new Client({ connectionString: service.database.appUrl });
    await elsewhere.connect();
  });
  afterAll(() => service.stop());

  /** A job that a pool of workers began a while ago. */
  const begunBy = async (pool: string): Promise<string> => {
    const [job] = await service.query<{ id: string }>(
      `SELECT (graphile_worker.add_job('queue.end-day', json_build_object('postId', $1::uuid, 'requestId', 'test'),
         run_at => now() + interval '1 hour')).id`,
      [service.demonstration.postId],
    );
    await service.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now(), locked_by = $2, locked_at = now() - interval '20 seconds' WHERE id = $1`,
      [job!.id, pool],
    );
    return job!.id;
  };
  const isDone = async (id: string) =>
    (await service.query('SELECT FROM graphile_worker.jobs WHERE id = $1', [id])).length === 0;
  const done = async (id: string) => {
    const until = Date.now() + 40_000;
    while (!(await isDone(id))) {
      if (Date.now() > until) throw new Error('it was not done in forty seconds');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it('are done by another one; those of a process that lives are left to it until it is gone', async () => {
    await elsewhere.query("SELECT pg_advisory_lock(hashtextextended('pool-elsewhere', 0))");
    const [living, killed] = [await begunBy('pool-elsewhere'), await begunBy('pool-killed')];
    await done(killed);
    expect(await isDone(living)).toBe(false);
    await elsewhere.end();
    await done(living);
  });

  it('are told from those of this process by a lock that it holds while it is connected', async () => {
    const held = await service.query(
      `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND granted AND application_name = 'pulang jobs' AND datname = current_database()`,
    );
    expect(held).toHaveLength(1);
  });
});
