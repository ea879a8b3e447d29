import type { EntityManager } from 'typeorm';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { type DocumentStatus, documentMayBecome } from './document-status.js';
import type { TravelDocumentResponse } from './documents.dto.js';
import { TravelDocument } from './travel-document.entity.js';

export const toTravelDocumentResponse = (document: TravelDocument): TravelDocumentResponse => ({
  id: document.id,
  registrationId: document.registrationId,
  applicationId: document.applicationId,
  number: document.number,
  blank: document.blankSerial,
  status: document.status,
  validUntil: document.validUntil,
  issuedBy: document.issuedBy,
  issuedAt: document.issuedAt.toISOString(),
  endedAt: document.endedAt?.toISOString() ?? null,
  endedReason: document.endedReason,
  collectedAt: document.collectedAt?.toISOString() ?? null,
  collectedAs: document.collectedAs,
  handedInAt: document.handedInAt?.toISOString() ?? null,
  version: document.version,
});

/** @throws Problem `not-found` */
export async function findDocument(tx: EntityManager, id: string): Promise<TravelDocument> {
  const found = await tx.findOneBy(TravelDocument, { id });
  if (!found) throw notFound();
  return found;
}

/** The document, locked. @throws Problem `not-found` */
export async function lockedDocument(tx: EntityManager, id: string): Promise<TravelDocument> {
  await tx.query('SELECT FROM travel_document WHERE id = $1 FOR UPDATE', [id]);
  return findDocument(tx, id);
}

/**
 * The document, locked, if it may become `to` and nobody changed it meanwhile.
 * @throws Problem `not-found`, `stale` (412), `not-in-this-state` (409)
 */
export async function documentForChange(
  tx: EntityManager,
  id: string,
  version: number,
  to: DocumentStatus,
): Promise<TravelDocument> {
  const document = await lockedDocument(tx, id);
  requireVersion(document.version, version);
  if (!documentMayBecome(document.status, to)) throw new Problem('conflict', 'not-in-this-state');
  return document;
}

/** The documents of the person of a registration that are in one state, locked. */
export const documentsOf = (
  tx: EntityManager,
  registrationId: string,
  status: DocumentStatus,
): Promise<Pick<TravelDocument, 'id' | 'postId'>[]> =>
  tx.query(
    `SELECT d.id, d.post_id AS "postId" FROM travel_document d JOIN registration r ON r.person_id = d.person_id
     WHERE r.id = $1 AND d.status = $2 FOR UPDATE OF d`,
    [registrationId, status],
  );

/** @param reason a code, where the change ends the document */
export async function changeStatus(
  tx: EntityManager,
  id: string,
  status: DocumentStatus,
  reason: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE travel_document SET status = $2, ended_reason = $3, version = version + 1,
       ended_at = CASE WHEN $2 IN ('used', 'void', 'revoked') THEN now() END WHERE id = $1`,
    [id, status, reason],
  );
}

export async function handedIn(tx: EntityManager, id: string, by: string | null): Promise<void> {
  await tx.query(
    'UPDATE travel_document SET handed_in_at = now(), handed_in_by = $2, version = version + 1 WHERE id = $1',
    [id, by],
  );
}
