import type { EntityManager } from 'typeorm';

const DIGITS = 7;

/**
 * The next number of a post: its prefix and seven digits. The series stays locked until the transaction ends, and a
 * transaction that fails gives its number back: no gaps, no doubles. Take it last, after every other lock.
 * @throws Error where the post has no series
 */
export async function takeNumber(tx: EntityManager, postId: string): Promise<string> {
  const [rows] = await tx.query<[{ prefix: string; last: number }[], number]>(
    `UPDATE document_series SET last_number = last_number + 1 WHERE post_id = $1
     RETURNING prefix, last_number AS last`,
    [postId],
  );
  const [taken] = rows;
  if (!taken) throw new Error('the post has no series of document numbers');
  return taken.prefix + String(taken.last).padStart(DIGITS, '0');
}

/** Whether a text has the form of a document number, whosever. */
export const isDocumentNumber = (text: string): boolean => /^[A-Z]{2}\d{7}$/.test(text);
