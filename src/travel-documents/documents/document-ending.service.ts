import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ties } from '../../identity/assignment/ties.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Problem } from '../../platform/problems/problem.js';
import { StockService } from '../blanks/stock.service.js';
import { DocumentLife } from './document-life.service.js';
import type { DocumentStatus, RevocationReason, VoidingReason } from './document-status.js';
import type { TravelDocumentResponse } from './documents.dto.js';
import {
  documentForChange,
  findDocument,
  handedIn,
  lockedDocument,
  toTravelDocumentResponse,
} from './documents.sql.js';
import type { TravelDocument } from './travel-document.entity.js';

/** How officers end a document. Nobody ends the document of somebody they are tied to. */
@Injectable()
export class DocumentEnding {
  constructor(
    private readonly database: Database,
    private readonly ties: Ties,
    private readonly stock: StockService,
    private readonly life: DocumentLife,
    private readonly audit: AuditLog,
  ) {}

  /** Takes a document back for good. @throws Problem `not-found`, `stale` (412), 409: `not-in-this-state`, `tied-to-person` */
  revoke(
    caller: Caller,
    id: string,
    version: number,
    reason: RevocationReason,
  ): Promise<TravelDocumentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const document = await this.forChange(tx, caller, id, version, 'revoked');
      await this.life.become(tx, caller, document, 'revoked', reason);
      return toTravelDocumentResponse(await findDocument(tx, id));
    });
  }

  /** Is not handed out, and its sheet is spoiled. @throws Problem as {@link revoke} */
  void(caller: Caller, id: string, version: number, reason: VoidingReason): Promise<TravelDocumentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const document = await this.forChange(tx, caller, id, version, 'void');
      const { status, blankSerial } = document;
      if (status !== 'issued') throw new Problem('conflict', 'not-in-this-state');
      await this.life.become(tx, caller, document, 'void', reason);
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
        await this.life.become(tx, caller, { id, postId }, 'used', 'journey-made');
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

  /** @throws Problem as {@link revoke} */
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
}
