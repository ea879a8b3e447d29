import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ties } from '../../identity/assignment/ties.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Problem } from '../../platform/problems/problem.js';
import { StockService } from '../blanks/stock.service.js';
import {
  type DocumentStatus,
  documentMayBecome,
  type RevocationReason,
  type VoidingReason,
} from './document-status.js';
import type { TravelDocumentResponse } from './documents.dto.js';
import {
  changeStatus,
  documentForChange,
  documentsOf,
  findDocument,
  handedIn,
  lockedDocument,
  toTravelDocumentResponse,
} from './documents.sql.js';
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

/** What becomes of a document once it is issued: handed out, used, run out, taken back. */
@Injectable()
export class DocumentLife {
  constructor(
    private readonly database: Database,
    private readonly stock: StockService,
    private readonly ties: Ties,
    private readonly audit: AuditLog,
  ) {}

  /** Takes a document back for good. @throws Problem `not-found`, `stale` (412), 409: `not-in-this-state`, `tied-to-person` */
  revoke(
    caller: Caller,
    id: string,
    version: number,
    reason: RevocationReason,
  ): Promise<TravelDocumentResponse> {
    return this.change(caller, id, version, 'revoked', reason);
  }

  /** Is not handed out, and its sheet is spoiled. @throws Problem as {@link revoke} */
  void(caller: Caller, id: string, version: number, reason: VoidingReason): Promise<TravelDocumentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { postId, status, blankSerial } = await this.forChange(tx, caller, id, version, 'void');
      if (status !== 'issued') throw new Problem('conflict', 'not-in-this-state');
      await this.become(tx, caller, { id, postId }, 'void', reason);
      if (blankSerial !== null) await this.stock.become(tx, caller, blankSerial, 'spoiled', 'misprint');
      return toTravelDocumentResponse(await findDocument(tx, id));
    });
  }

  /**
   * The paper is given back: at the final border, where the journey is made, or because somebody found one that is no longer
   * good, which anybody may say of it. @throws Problem as {@link revoke}
   */
  handIn(caller: Caller, id: string, version: number): Promise<TravelDocumentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { postId, registrationId, status, version: now, handedInAt } = await lockedDocument(tx, id);
      requireVersion(now, version);
      if (handedInAt !== null || status === 'issued') throw new Problem('conflict', 'not-in-this-state');
      if (status === 'collected') {
        await this.ties.requireNone(tx, caller, registrationId);
        await this.become(tx, caller, { id, postId }, 'used', 'journey-made');
      }
      await handedIn(tx, id, caller.id);
      await this.audit.record(tx, caller, {
        action: 'document.handed-in',
        subject: { kind: 'travel-document', id },
        postId,
      });
      return toTravelDocumentResponse(await findDocument(tx, id));
    });
  }

  /** Takes back what a new document replaces, in the act that issues it. Joins the caller's transaction. */
  async replace(tx: EntityManager, caller: Caller, id: string, reason: RevocationReason): Promise<void> {
    const { status, postId } = await lockedDocument(tx, id);
    if (documentMayBecome(status, 'revoked'))
      await this.become(tx, caller, { id, postId }, 'revoked', reason);
  }

  /** The document a person can travel with, if they have one; for stages that follow. @param today `YYYY-MM-DD` */
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
       WHERE r.id = $1 AND d.status IN ('issued', 'collected') AND d.valid_until >= $2::date`,
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
    const expired = await tx.query<{ id: string; postId: string }[]>(
      `SELECT id, post_id AS "postId" FROM travel_document
       WHERE person_id = $1 AND status IN ('issued', 'collected') AND valid_until < $2::date FOR UPDATE`,
      [personId, today],
    );
    for (const document of expired) await this.become(tx, caller, document, 'void', 'expired');
  }

  /** Nobody ends the document of somebody they are tied to. @throws Problem as {@link revoke} */
  private async forChange(
    tx: EntityManager,
    caller: Caller,
    id: string,
    version: number,
    to: DocumentStatus,
  ): Promise<TravelDocument> {
    const document = await documentForChange(tx, id, version, to);
    await this.ties.requireNone(tx, caller, document.registrationId);
    return document;
  }

  private change(
    caller: Caller,
    id: string,
    version: number,
    to: DocumentStatus,
    reason: string | null,
  ): Promise<TravelDocumentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { postId } = await this.forChange(tx, caller, id, version, to);
      await this.become(tx, caller, { id, postId }, to, reason);
      return toTravelDocumentResponse(await findDocument(tx, id));
    });
  }

  /** Joins the caller's transaction; the document is locked. @param reason a code, where the change ends it */
  async become(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: { id: string; postId: string },
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
