import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';

/** Tells the database who is at work, so that it shows them no conclusion of others that they are not to know yet. */
export async function atWorkAs(tx: EntityManager, caller: Caller): Promise<void> {
  await tx.query("SELECT set_config('pulang.officer', $1, true)", [caller.id ?? '']);
}
