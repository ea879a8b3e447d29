import type { EntityManager } from 'typeorm';

/** Rows in one transaction; the rest of their groups comes along, so that nobody finds half a family. */
const AT_ONCE = 50;

export interface RowToDo {
  number: number;
  /** Whether another list has registered it in the meantime. */
  known: boolean;
  groupId: string | null;
  content: Buffer;
}

export interface DoneRow {
  number: number;
  /** None where the row was known already. */
  registrationId: string | null;
  receipt: Buffer | null;
}

const TO_DO = `
  WITH first AS (
    SELECT number, group_id FROM bulk_intake_row WHERE bulk_intake_id = $2 AND state = 'valid' ORDER BY number LIMIT ${AT_ONCE}
  )
  SELECT number, group_id AS "groupId", content_sealed AS content,
    EXISTS (SELECT FROM bulk_intake_row
      WHERE post_id = $1 AND state = 'registered' AND key_index = r.key_index) AS known
  FROM bulk_intake_row r
  WHERE bulk_intake_id = $2 AND state = 'valid'
    AND (number IN (SELECT number FROM first) OR group_id IN (SELECT group_id FROM first))
  ORDER BY number`;

export const rowsToDo = (tx: EntityManager, postId: string, id: string): Promise<RowToDo[]> =>
  tx.query<RowToDo[]>(TO_DO, [postId, id]);

/** Marks the rows of a step and moves the list's counts. */
export async function finishStep(tx: EntityManager, id: string, done: readonly DoneRow[]): Promise<void> {
  await tx.query(
    `UPDATE bulk_intake_row r SET registration_id = d.registration_id, receipt_sealed = d.receipt, content_sealed = NULL,
       state = CASE WHEN d.registration_id IS NULL THEN 'duplicate' ELSE 'registered' END
     FROM unnest($2::int[], $3::uuid[], $4::bytea[]) AS d (number, registration_id, receipt)
     WHERE r.bulk_intake_id = $1 AND r.number = d.number`,
    [
      id,
      done.map(({ number }) => number),
      done.map(({ registrationId }) => registrationId),
      done.map(({ receipt }) => receipt),
    ],
  );
  const registered = done.filter(({ registrationId }) => registrationId !== null).length;
  await tx.query(
    `UPDATE bulk_intake SET registered = registered + $2, valid = valid - $3, duplicates = duplicates + $3,
       progressed_at = now() WHERE id = $1`,
    [id, registered, done.length - registered],
  );
}
