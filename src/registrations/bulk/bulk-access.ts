import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { BulkIntake } from './bulk-intake.entity.js';

/** A list that the caller may see: a program its own, staff all of their post. @throws Problem `not-found` */
export async function seenIntake(tx: EntityManager, caller: Caller, id: string): Promise<BulkIntake> {
  const intake = await tx.findOneBy(BulkIntake, { id });
  if (!intake || (caller.role === 'client' && !isMaker(caller, intake))) throw notFound();
  return intake;
}

/**
 * The same, locked until the transaction ends, and only for whoever sent it: they alone get its receipts.
 * @throws Problem `not-found`, `not-your-list` (403)
 */
export async function ownIntake(tx: EntityManager, caller: Caller, id: string): Promise<BulkIntake> {
  await tx.query('SELECT FROM bulk_intake WHERE id = $1 FOR UPDATE', [id]);
  const intake = await seenIntake(tx, caller, id);
  if (!isMaker(caller, intake)) throw new Problem('forbidden', 'not-your-list');
  return intake;
}

/** Whether a caller sent a list; others of its post are shown the people on it masked, as everywhere. */
export const isMaker = (caller: Caller, { makerKind, makerId }: BulkIntake): boolean =>
  caller.role === makerKind && caller.id === makerId;
