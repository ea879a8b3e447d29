import type { Service } from './service.js';

/** Transactions of this database that wait for a lock. */
const WAITING = `SELECT count(DISTINCT l.pid)::integer AS waiting FROM pg_locks l JOIN pg_stat_activity a USING (pid)
  WHERE NOT l.granted AND a.datname = current_database()`;

/**
 * Lets acts meet at a lock: holds it, begins each act when the one before waits for it, and lets go. They come in this order.
 * @param lock a statement that takes the lock
 */
export async function inTurn<T>(
  service: Service,
  lock: string,
  params: unknown[],
  acts: readonly (() => PromiseLike<T>)[],
): Promise<T[]> {
  await service.query('BEGIN');
  await service.query(lock, params);
  const begun: Promise<T>[] = [];
  for (const act of acts) {
    begun.push(Promise.resolve(act().then((done) => done)));
    for (let waiting = 0; waiting < begun.length;) {
      await service.query('SELECT pg_stat_clear_snapshot()');
      [{ waiting } = { waiting }] = await service.query<{ waiting: number }>(WAITING);
    }
  }
  await service.query('COMMIT');
  return Promise.all(begun);
}
