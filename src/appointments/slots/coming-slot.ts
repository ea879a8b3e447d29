import type { EntityManager } from 'typeorm';
import { invalid } from '../../platform/problems/problem.js';

/** Code of the service of a slot that somebody names: one at the post that has not begun. @throws Problem `invalid-input` */
export async function serviceOfSlot(tx: EntityManager, postId: string, slotId: string): Promise<string> {
  const [slot] = await tx.query<{ code: string }[]>(
    `SELECT t.code FROM slot s JOIN service_type t ON t.id = s.service_type_id
     WHERE s.id = $1 AND s.post_id = $2 AND s.starts_at > now()`,
    [slotId, postId],
  );
  if (!slot) throw invalid({ pointer: '/slotId', code: 'not-a-choice' });
  return slot.code;
}
