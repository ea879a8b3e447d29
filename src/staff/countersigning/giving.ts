import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';

/** What an administrator can give an account to sign in with; of the second factor, that it is set up anew. */
export const GIVEN = ['account', 'password', 'second-factor'] as const;
export type Given = (typeof GIVEN)[number];

/**
 * From now on the account waits until somebody other than the caller has confirmed this: whoever gave it could use it.
 * What the operator of the machine gives waits for nobody.
 */
export async function oweCountersignature(
  tx: EntityManager,
  caller: Caller,
  accountId: string,
  given: Given,
): Promise<void> {
  if (caller.role === 'system') return;
  await tx.query(
    'INSERT INTO account_countersignature (id, account_id, given, given_by) VALUES ($1, $2, $3, $4)',
    [newId(), accountId, given, caller.id],
  );
}
