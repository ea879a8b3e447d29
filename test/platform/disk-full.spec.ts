import { Logger } from '@nestjs/common';
import { buildRegistration, newKey, type Service, startService } from '../support/service.js';

const FULL = { code: 'storage-full', status: 503 };

describe('a database whose disk is full', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService({ ROLE: 'both' });
    // PostgreSQL says it by this state, whatever it was about to write
    await service.query(`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'could not extend file'; END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON registration EXECUTE FUNCTION no_room()`);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => service.stop());

  const report = (key: string) =>
    service.everyone().post('/v1/registrations').set('idempotency-key', key).send(buildRegistration());
  const until = async (what: () => Promise<boolean>) => {
    const since = Date.now();
    while (!(await what())) {
      if (Date.now() - since > 30_000) throw new Error('not within thirty seconds');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  /** Whether every background job of a registration has been done. */
  const assessed = async () =>
    (
      await service.query(
        'SELECT FROM registration r WHERE NOT EXISTS (SELECT FROM triage_assessment WHERE registration_id = r.id)',
      )
    ).length === 0;
  const ready = () => service.everyone().get('/health/ready');

  it('acknowledges nothing, is not ready and says why once, and goes on unaided when there is room', async () => {
    const [fault, mended] = (['error', 'warn'] as const).map((level) =>
      jest.spyOn(Logger.prototype, level).mockReturnValue(),
    );
    await ready().expect(200);
    const keys = [1, 2, 3].map(newKey);
    for (const key of keys) {
      const refused = await report(key).expect(503);
      expect(refused.body).toMatchObject(FULL);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    }
    const notReady = await ready().expect(503);
    expect(notReady.body).toMatchObject(FULL);
    expect(notReady.headers['retry-after']).toBe('15');
    await service.everyone().get('/health/live').expect(200);
    expect(fault!.mock.calls.map(([, said]: unknown[]) => said)).toEqual([
      'the disk of the database is full: nothing can be saved',
    ]);

    await service.query('DROP TRIGGER no_room ON registration');
    for (const key of keys) await report(key).expect(201);
    await until(async () => (await ready()).status === 200);
    expect(mended!.mock.calls).toEqual([['the database has room to save again']]);
    expect(await service.query('SELECT FROM registration')).toHaveLength(keys.length);
  });

  it('is said once too where background jobs have no room, which are done when there is', async () => {
    await until(assessed);
    const fault = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    await service.query(
      'CREATE TRIGGER no_room BEFORE INSERT ON triage_assessment EXECUTE FUNCTION no_room()',
    );
    for (const key of [1, 2, 3].map(newKey)) await report(key).expect(201);
    const failed =
      "SELECT FROM graphile_worker.jobs WHERE task_identifier = 'triage.assess' AND attempts > 0 AND locked_at IS NULL";
    await until(async () => (await service.query(failed)).length === 3);
    expect(fault.mock.calls.map(([, said]: unknown[]) => said)).toEqual([
      'the disk of the database is full: nothing can be saved',
    ]);
    await service.query('DROP TRIGGER no_room ON triage_assessment');
    await service.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await until(assessed);
  });
});
