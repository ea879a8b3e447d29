import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/problems/problem.js';
import { isGoodOn } from '../documents/good-documents.js';
import type { ReplacedDocument } from './applications.dto.js';

/** A person has one valid document, unless it is the one that is to be replaced. @param today `YYYY-MM-DD` */
export async function requireNoneValid(
  tx: EntityManager,
  personId: string,
  today: string,
  replaces: ReplacedDocument | undefined,
): Promise<void> {
  const valid = await tx.query<{ id: string }[]>(
    `SELECT d.id FROM travel_document d WHERE d.person_id = $1 AND ${isGoodOn('d', '$2::date')}`,
    [personId, today],
  );
  if (valid.some(({ id }) => id !== replaces?.documentId)) throw new Problem('conflict', 'document-valid');
  if (replaces && valid.length === 0) throw new Problem('conflict', 'not-in-this-state');
}
