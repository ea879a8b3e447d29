import type { EntityManager } from 'typeorm';

/** Whoever locks the same name waits until the caller's transaction has ended. */
export const lockNamed = (tx: EntityManager, name: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
