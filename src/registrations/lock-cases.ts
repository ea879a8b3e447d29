import type { EntityManager } from 'typeorm';

/** Locks cases until the transaction ends, in the order that everybody keeps, so that no two wait for each other in a circle. */
export async function lockCases(tx: EntityManager, registrationIds: readonly string[]): Promise<void> {
  await tx.query('SELECT FROM registration WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [registrationIds]);
}
