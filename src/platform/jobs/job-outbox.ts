import type { Pool } from 'pg';

const BATCH = 500;
/** Together with the first: tried for about a day. */
const MOST_ATTEMPTS = 12;

const FORWARD = `
  WITH taken AS (
    DELETE FROM job_outbox WHERE id IN (
      SELECT id FROM job_outbox ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING job, payload
  ), forwarded AS (
    SELECT graphile_worker.add_jobs(array_agg(
      (job, payload, NULL, NULL, ${MOST_ATTEMPTS}, NULL, NULL, NULL)::graphile_worker.job_spec))
    FROM taken HAVING count(*) > 0
  )
  SELECT count(*)::int AS jobs FROM forwarded`;

/**
 * Hands every written job to the worker, whole batches at once: taken from the outbox and enqueued in one statement, so
 * none is lost and none comes twice.
 * @returns how many
 */
export async function forwardJobs(pool: Pick<Pool, 'query'>): Promise<number> {
  for (let total = 0; ;) {
    const { rows } = await pool.query<{ jobs: number }>(FORWARD);
    const jobs = rows[0]?.jobs ?? 0;
    total += jobs;
    if (jobs < BATCH) return total;
  }
}
