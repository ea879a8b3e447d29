import type { Client } from 'pg';

/**
 * Lets the application role use graphile-worker's tables. They come with row-level security on and no policy, which
 * would hide every job from a role that does not own them.
 */
export async function grantJobs(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; secured: boolean; granted: boolean }>(`
    SELECT c.oid::regclass::text AS name, c.relrowsecurity AS secured,
      EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'pulang_app') AS granted
    FROM pg_class c WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r'`);
  await owner.query(`
    GRANT USAGE ON SCHEMA graphile_worker TO pulang_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO pulang_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO pulang_app`);
  for (const { name, secured, granted } of rows)
    if (secured && !granted)
      await owner.query(`CREATE POLICY pulang_app ON ${name} TO pulang_app USING (true) WITH CHECK (true)`);
}
