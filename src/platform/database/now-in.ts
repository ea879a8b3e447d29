import type { EntityManager } from 'typeorm';

/** The time of a transaction: that at which it began. */
export const nowIn = async (tx: EntityManager): Promise<Date> =>
  (await tx.query<[{ now: Date }]>('SELECT now()'))[0].now;
