import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { type DocumentStatus, documentMayBecome, type RevocationReason } from './document-status.js';
import { changeStatus, documentsOf, lockedDocument } from './documents.sql.js';
import { hasRunOutBy, isGoodOn } from './good-documents.js';
import type { TravelDocument } from './travel-document.entity.js';

/** A document that its holder can travel with today. */
export interface UsableDocument {
  id: string;
  number: string;
  /** `YYYY-MM-DD` */
  validUntil: string;
  collected: boolean;
  transit: string[];
  destination: string;
}

/** What becomes of a person's documents along with something else. Every method joins the caller's transaction. */
@Injectable()
export class DocumentLife {
  constructor(private readonly audit: AuditLog) {}

  /** Takes back what a new document replaces, in the act that issues it. */
  async replace(tx: EntityManager, caller: Caller, id: string, reason: RevocationReason): Promise<void> {
    const { status, postId } = await lockedDocument(tx, id);
    if (documentMayBecome(status, 'revoked'))
      await this.become(tx, caller, { id, postId }, 'revoked', reason);
  }

  /** The document a person can travel with, if they have one. @param today `YYYY-MM-DD` */
  async usableOf(
    tx: EntityManager,
    registrationId: string,
    today: string,
  ): Promise<UsableDocument | undefined> {
    const [found] = await tx.query<UsableDocument[]>(
      `SELECT d.id, d.number, d.valid_until::text AS "validUntil", d.status = 'collected' AS collected,
         a.transit, a.destination
       FROM travel_document d JOIN registration r ON r.person_id = d.person_id
         JOIN document_application a ON a.id = d.application_id
       WHERE r.id = $1 AND ${isGoodOn('d', '$2::date')}`,
      [registrationId, today],
    );
    return found;
  }

  /** The one journey has been made. Safe to repeat: does nothing where the person holds no document. */
  async markUsed(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    for (const document of await documentsOf(tx, registrationId, 'collected'))
      await this.become(tx, caller, document, 'used', 'journey-made');
    await this.setAside(tx, caller, registrationId, 'not-collected');
  }

  /** What a person holds is revoked, and what lies ready is not handed out. Safe to repeat. @param reason a code */
  async takeBack(tx: EntityManager, caller: Caller, registrationId: string, reason: string): Promise<void> {
    for (const document of await documentsOf(tx, registrationId, 'collected'))
      await this.become(tx, caller, document, 'revoked', reason);
    await this.setAside(tx, caller, registrationId, reason);
  }

  /** What a person never collected is not handed out any more. Safe to repeat. @param reason a code */
  async setAside(tx: EntityManager, caller: Caller, registrationId: string, reason: string): Promise<void> {
    for (const document of await documentsOf(tx, registrationId, 'issued'))
      await this.become(tx, caller, document, 'void', reason);
  }

  /** Sets aside documents of a person that ran out, so that another may be issued. @param today `YYYY-MM-DD` */
  async endExpired(tx: EntityManager, caller: Caller, personId: string, today: string): Promise<void> {
    const expired = await tx.query<Pick<TravelDocument, 'id' | 'postId'>[]>(
      `SELECT d.id, d.post_id AS "postId" FROM travel_document d
       WHERE d.person_id = $1 AND ${hasRunOutBy('d', '$2::date')} FOR UPDATE`,
      [personId, today],
    );
    for (const document of expired) await this.become(tx, caller, document, 'void', 'expired');
  }

  /** The document is locked by the caller. @param reason a code, where the change ends it */
  async become(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: Pick<TravelDocument, 'id' | 'postId'>,
    status: DocumentStatus,
    reason: string | null,
  ): Promise<void> {
    await changeStatus(tx, id, status, reason);
    await this.audit.record(tx, caller, {
      action: `document.${status}`,
      subject: { kind: 'travel-document', id },
      postId,
      ...(reason !== null && { detail: { reason } }),
    });
  }
}
