import type { EntityManager } from 'typeorm';
import type { Person } from './person.entity.js';

/** Ids of those who told this number, of whichever of their papers. Parameter 1: its blind index. */
export const PEOPLE_WITH_DOCUMENT = `
  SELECT id FROM person WHERE document_index = $1 UNION ALL SELECT person_id FROM further_document WHERE document_index = $1`;

/**
 * Keeps the numbers that somebody told besides the first. In a table of their own, which hardly anybody has a row in: whoever
 * registers with one paper or none costs nothing more. @param indexes blind ones, at least one
 */
export async function keepFurtherDocuments(
  tx: EntityManager,
  { id, postId }: Pick<Person, 'id' | 'postId'>,
  indexes: readonly Buffer[],
): Promise<void> {
  await tx.query(
    `INSERT INTO further_document (person_id, post_id, document_index) SELECT $1, $2, unnest($3::bytea[])
     ON CONFLICT DO NOTHING`,
    [id, postId, indexes],
  );
}
