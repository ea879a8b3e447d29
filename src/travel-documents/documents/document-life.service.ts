import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { IdentityService } from '../../identity/identity.service.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import type { DocumentStatus, RevocationReason } from './document-status.js';
import type { TravelDocumentResponse } from './documents.dto.js';
import { changeStatus, documentForChange, findDocument, toTravelDocumentResponse } from './documents.sql.js';

/** A document that its holder can travel with today. */
export interface UsableDocument {
  id: string;
  number: string;
  /** `YYYY-MM-DD` */
  validUntil: string;
  collected: boolean;
}

/** What becomes of a document once it is issued: handed out, used, run out, taken back. */
@Injectable()
export class DocumentLife {
  constructor(
    private readonly database: Database,
    private readonly registrations: RegistrationLife,
    private readonly identity: IdentityService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The holder has it. Nobody is handed one who withdrew, or whose identity is in doubt again.
   * @throws Problem `not-found`, `stale` (412), `not-in-this-state`, `not-open`, `not-verified` (409)
   */
  collect(caller: Caller, id: string, version: number): Promise<TravelDocumentResponse> {
    return this.change(caller, id, version, 'collected', null, async (tx) => {
      const { registrationId } = await findDocument(tx, id);
      await this.registrations.requireOpen(tx, registrationId);
      await this.identity.requireVerified(tx, registrationId);
    });
  }

  /** Takes a document back for good. @throws Problem `not-found`, `stale` (412), `not-in-this-state` (409) */
  revoke(
    caller: Caller,
    id: string,
    version: number,
    reason: RevocationReason,
  ): Promise<TravelDocumentResponse> {
    return this.change(caller, id, version, 'revoked', reason);
  }

  /** The document a person can travel with, if they have one; for stages that follow. @param today `YYYY-MM-DD` */
  async usableOf(
    tx: EntityManager,
    registrationId: string,
    today: string,
  ): Promise<UsableDocument | undefined> {
    const [found] = await tx.query<UsableDocument[]>(
      `SELECT d.id, d.number, d.valid_until::text AS "validUntil", d.status = 'collected' AS collected
       FROM travel_document d JOIN registration r ON r.person_id = d.person_id
       WHERE r.id = $1 AND d.status IN ('issued', 'collected') AND d.valid_until >= $2::date`,
      [registrationId, today],
    );
    return found;
  }

  /** The one journey has been made. Safe to repeat: does nothing where the person holds no document. */
  async markUsed(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const held = await tx.query<{ id: string; postId: string }[]>(
      `SELECT d.id, d.post_id AS "postId" FROM travel_document d JOIN registration r ON r.person_id = d.person_id
       WHERE r.id = $1 AND d.status = 'collected' FOR UPDATE OF d`,
      [registrationId],
    );
    for (const document of held) await this.become(tx, caller, document, 'used', 'journey-made');
    await this.setAside(tx, caller, registrationId, 'not-collected');
  }

  /** What a person never collected is not handed out any more. Safe to repeat. @param reason a code */
  async setAside(tx: EntityManager, caller: Caller, registrationId: string, reason: string): Promise<void> {
    const waiting = await tx.query<{ id: string; postId: string }[]>(
      `SELECT d.id, d.post_id AS "postId" FROM travel_document d JOIN registration r ON r.person_id = d.person_id
       WHERE r.id = $1 AND d.status = 'issued' FOR UPDATE OF d`,
      [registrationId],
    );
    for (const document of waiting) await this.become(tx, caller, document, 'void', reason);
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

  private change(
    caller: Caller,
    id: string,
    version: number,
    to: DocumentStatus,
    reason: string | null,
    require: (tx: EntityManager) => Promise<void> = () => Promise.resolve(),
  ): Promise<TravelDocumentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await require(tx);
      const { postId } = await documentForChange(tx, id, version, to);
      await this.become(tx, caller, { id, postId }, to, reason);
      return toTravelDocumentResponse(await findDocument(tx, id));
    });
  }

  private async become(
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
