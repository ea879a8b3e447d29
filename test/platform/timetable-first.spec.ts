import { Logger as JobLogger, runOnce } from 'graphile-worker';
import { Pool } from 'pg';
import { timetableItems } from '../../src/platform/jobs/timetable.js';
import { type Service, startService } from '../support/service.js';

describe('what runs by itself at certain times', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('goes before what has waited for longer', async () => {
    const [item] = timetableItems(new Map([['list.resume', '* * * * *']]));
    const add = (job: string, ago: string, priority?: number) =>
      service.query(
        'SELECT graphile_worker.add_job($1, run_at => now() - $2::interval, priority => $3::integer)',
        [job, ago, priority ?? null],
      );
    await add('list.check-row', '3 minutes');
    await add('list.check-row', '2 minutes');
    await add(item!.task, '1 minute', item!.options.priority);
    const done: string[] = [];
    const work = (job: string) => () => void done.push(job);
    const pgPool = new Pool({ connectionString: service.database.appUrl, max: 4 });
    pgPool.on('error', () => undefined);
    pgPool.on('connect', (client) => client.on('error', () => undefined));
    await runOnce({
      pgPool,
      concurrency: 1,
      noHandleSignals: true,
      logger: new JobLogger(() => () => undefined),
      taskList: Object.fromEntries(['list.check-row', 'list.resume'].map((job) => [job, work(job)])),
    });
    await pgPool.end();
    expect(done).toEqual(['list.resume', 'list.check-row', 'list.check-row']);
  });
});
