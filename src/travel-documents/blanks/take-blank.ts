import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/problems/problem.js';

/** One after another: whoever takes a number or a sheet of a post waits for whoever did before. */
const LOCK_STOCK = `SELECT p.blanks_required AS required FROM document_series s JOIN post p ON p.id = s.post_id
  WHERE s.post_id = $1 FOR UPDATE OF s`;

const NEXT = `SELECT serial FROM blank WHERE post_id = $1 AND status = 'in-stock' ORDER BY serial LIMIT 1`;

/** Keeps the stock of a post as it is until the transaction ends. @returns whether documents need a blank there */
export async function lockStock(tx: EntityManager, postId: string): Promise<boolean> {
  const [stock] = await tx.query<{ required: boolean }[]>(LOCK_STOCK, [postId]);
  return stock?.required ?? false;
}

/**
 * The next sheet of the stock, for the document that is about to be written; null where the post prints on plain security
 * paper. Take it where the document's number is taken, last: a transaction that fails leaves both as they were.
 * @throws Problem `no-blanks` (409)
 */
export async function nextBlank(tx: EntityManager, postId: string): Promise<string | null> {
  if (!(await lockStock(tx, postId))) return null;
  const [next] = await tx.query<{ serial: string }[]>(NEXT, [postId]);
  if (!next) throw new Problem('conflict', 'no-blanks');
  return next.serial;
}

/** The sheet has this document on it from now on. */
export async function useBlank(
  tx: EntityManager,
  serial: string,
  documentId: string,
  accountId: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE blank SET status = 'issued', document_id = $2, changed_by = $3, changed_at = now() WHERE serial = $1`,
    [serial, documentId, accountId],
  );
}
