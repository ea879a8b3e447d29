import type { EntityManager } from 'typeorm';
import type { IssueBatch } from './issue-batch.entity.js';
import type { IssueBatchResponse } from './issue-batches.dto.js';

export const toIssueBatchResponse = (batch: IssueBatch): IssueBatchResponse => ({
  id: batch.id,
  state: batch.state,
  total: batch.total,
  issued: batch.issued,
  failed: batch.failed,
  startedBy: batch.startedBy,
  startedAt: batch.startedAt.toISOString(),
  progressedAt: batch.progressedAt.toISOString(),
  finishedAt: batch.finishedAt?.toISOString() ?? null,
});

/**
 * Applications for a batch of post $1, at most $3: those asked for by $2 with those of their families who are still to have a
 * document, or all that are approved and in no batch. Families stand together and are never cut; first come, first served.
 */
export const CHOSEN_SQL = `
  WITH asked AS (SELECT id, family_id FROM document_application WHERE post_id = $1 AND id = ANY ($2::uuid[])),
  placed AS (
    SELECT a.id, a.version, coalesce(a.family_id, a.id) AS unit, row_number() OVER (ORDER BY
      coalesce((SELECT min(f.applied_at) FROM document_application f WHERE f.family_id = a.family_id), a.applied_at),
      a.family_id, a.registration_id) AS place
    FROM document_application a
    WHERE a.post_id = $1 AND CASE WHEN $2::uuid[] IS NULL
      THEN a.status = 'approved' AND NOT EXISTS (
        SELECT FROM issue_batch_item i WHERE i.application_id = a.id AND i.state = 'waiting')
      ELSE a.id IN (SELECT id FROM asked) OR (
        a.status IN ('applied', 'approved') AND a.family_id IN (SELECT family_id FROM asked)) END)
  SELECT id, version FROM (SELECT *, max(place) OVER (PARTITION BY unit) AS last FROM placed) p
  WHERE last <= $3::integer ORDER BY place`;

export const WRITE_ITEMS_SQL = `
  INSERT INTO issue_batch_item (batch_id, post_id, application_id, version, place)
  SELECT $1, $2, id, version, place FROM unnest($3::uuid[], $4::integer[]) WITH ORDINALITY AS i (id, version, place)`;

export interface ItemToDo {
  applicationId: string;
  registrationId: string;
  version: number;
}

/** The next application of a batch, with those that are issued together with it or not at all. */
export const nextItems = (tx: EntityManager, batchId: string): Promise<ItemToDo[]> =>
  tx.query<ItemToDo[]>(
    `WITH next AS (
       SELECT i.application_id, a.family_id FROM issue_batch_item i JOIN document_application a ON a.id = i.application_id
       WHERE i.batch_id = $1 AND i.state = 'waiting' ORDER BY i.place LIMIT 1
     )
     SELECT i.application_id AS "applicationId", a.registration_id AS "registrationId", i.version FROM issue_batch_item i
     JOIN document_application a ON a.id = i.application_id
     WHERE i.batch_id = $1 AND i.state = 'waiting' AND (
       i.application_id = (SELECT application_id FROM next) OR a.family_id = (SELECT family_id FROM next))
     ORDER BY a.registration_id`,
    [batchId],
  );

/** Marks what became of some of them, and moves the batch's counts. The last one ends it. */
export async function markItems(
  tx: EntityManager,
  batchId: string,
  items: readonly ItemToDo[],
  { documents, failure }: { documents: readonly string[]; failure: string | null },
): Promise<void> {
  const ids = items.map(({ applicationId }) => applicationId);
  const [, marked] = await tx.query<[unknown[], number]>(
    `UPDATE issue_batch_item i SET state = CASE WHEN $4::text IS NULL THEN 'issued' ELSE 'failed' END, failure = $4,
       document_id = d.document_id
     FROM unnest($2::uuid[], $3::uuid[]) AS d (application_id, document_id)
     WHERE i.batch_id = $1 AND i.application_id = d.application_id AND i.state = 'waiting'`,
    [batchId, ids, documents, failure],
  );
  await tx.query(
    `UPDATE issue_batch SET issued = issued + $2, failed = failed + $3, progressed_at = now(),
       state = CASE WHEN issued + failed + $2 + $3 = total THEN 'done' ELSE state END,
       finished_at = CASE WHEN issued + failed + $2 + $3 = total THEN now() END
     WHERE id = $1`,
    [batchId, failure === null ? marked : 0, failure === null ? 0 : marked],
  );
}
