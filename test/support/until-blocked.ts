import type { Service } from './service.js';

/** What of the database these tests ask: as superuser, past row-level security. */
type Query = Service['query'];

/**
 * Waits until `work` waits for a lock that somebody else holds, or has ended, whichever is first; however slow the
 * machine, the one that was to come second has then come. @returns whether it is held up
 */
export async function untilBlocked(query: Query, work: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const end = () => (settled = true);
  work.then(end, end);
  while (!settled) {
    const blocked = await query(
      'SELECT FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0',
    );
    if (blocked.length > 0) return true;
  }
  return false;
}
