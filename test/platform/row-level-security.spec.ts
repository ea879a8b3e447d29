import { Client } from 'pg';
import { type Service, startService } from '../support/service.js';

/** Public facts and what belongs to no post: readable by the service whatever post it works for. */
const WITHOUT_POSTS = new Set([
  'post',
  'counter',
  'service_type',
  'opening_hours',
  'holiday',
  'account',
  'account_countersignature',
  'account_post',
  'device',
  'api_client',
  'session',
  'sign_in_failure',
  'sign_in_step',
  'authenticator_app',
  'authenticator_app_offer',
  'passkey',
  'passkey_challenge',
  'recovery_code',
  'document_series',
  'message_pace',
  'message_early_receipt',
  'idempotency_key',
  'job_outbox',
  'registration_draft',
  'audit_pending',
  'audit_chain',
  'master_key_proof',
  'migrations',
]);

describe('the role of the service', () => {
  let service: Service;
  let client: Client;
  beforeAll(async () => {
    service = await startService();
    await service.register();
    await service.runJobs();
    client = new Client({ connectionString: service.database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await service.stop();
  });

  const confinedTables = async () =>
    (
      await service.query<{ name: string; forced: boolean; bound: boolean }>(
        `SELECT relname AS name, relforcerowsecurity AS forced, relrowsecurity AS bound FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
      )
    ).filter(({ name }) => !WITHOUT_POSTS.has(name));

  it('owns nothing and cannot pass the policies', async () => {
    expect(
      await service.query(
        `SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'pulang_app'`,
      ),
    ).toEqual([]);
    expect(
      await service.query(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'pulang_app'",
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
  });

  it('is bound on every table about persons, forced wherever its owner could read them', async () => {
    const tables = await confinedTables();
    expect(tables.length).toBeGreaterThan(15);
    for (const { name, bound, forced } of tables)
      expect({ name, bound, forced }).toEqual({ name, bound: true, forced: name !== 'audit_event' });
  });

  it.each([
    ['without a post', ''],
    ['for another post', '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11'],
  ])('sees no row of anyone %s', async (_, posts) => {
    for (const { name } of await confinedTables()) {
      await client.query('BEGIN');
      await client.query("SELECT set_config('pulang.posts', $1, true)", [posts]);
      const { rows } = await client.query<{ seen: string }>(`SELECT count(*) AS seen FROM "${name}"`);
      await client.query('ROLLBACK');
      expect({ name, seen: rows[0]?.seen }).toEqual({ name, seen: '0' });
    }
  });

  it('sees its own post, so the test above can fail', async () => {
    await client.query('BEGIN');
    await client.query("SELECT set_config('pulang.posts', $1, true)", [service.demonstration.postId]);
    const { rows } = await client.query<{ seen: string }>('SELECT count(*) AS seen FROM registration');
    await client.query('ROLLBACK');
    expect(rows).toEqual([{ seen: '1' }]);
  });

  it('cannot write a row of another post', async () => {
    await client.query('BEGIN');
    await client.query("SELECT set_config('pulang.posts', $1, true)", [service.demonstration.postId]);
    await expect(
      client.query(
        `INSERT INTO person (id, post_id) VALUES (gen_random_uuid(), '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11')`,
      ),
    ).rejects.toThrow(/row-level security/);
    await client.query('ROLLBACK');
  });

  it.each(['UPDATE audit_event SET action = $$a.b$$', 'DELETE FROM audit_event', 'TRUNCATE audit_event'])(
    'cannot %s',
    async (statement) => {
      await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    },
  );

  it.each(['DELETE FROM registration', 'DELETE FROM person', 'CREATE TABLE mine ()', 'CREATE ROLE mine'])(
    'cannot %s either',
    async (statement) => {
      await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    },
  );
});
