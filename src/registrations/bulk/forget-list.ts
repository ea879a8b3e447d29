import type { EntityManager } from 'typeorm';

/** Takes away all that a list says of anybody. Of rows that were registered their keys stay, so that they are registered once. */
export async function forgetList(tx: EntityManager, id: string): Promise<void> {
  await tx.query('DELETE FROM bulk_intake_fault WHERE bulk_intake_id = $1', [id]);
  await tx.query(`DELETE FROM bulk_intake_row WHERE bulk_intake_id = $1 AND state <> 'registered'`, [id]);
  await tx.query(
    'UPDATE bulk_intake_row SET content_sealed = NULL, receipt_sealed = NULL WHERE bulk_intake_id = $1',
    [id],
  );
  await tx.query(
    `UPDATE bulk_intake SET wrapped_key = NULL, details_sealed = NULL, version = version + 1,
       state = CASE state WHEN 'checked' THEN 'discarded' ELSE state END, finished_at = coalesce(finished_at, now())
     WHERE id = $1`,
    [id],
  );
}
