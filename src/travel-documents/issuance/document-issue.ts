import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ties } from '../../identity/assignment/ties.service.js';
import { IdentityService } from '../../identity/identity.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { together } from '../../platform/database/together.js';
import { Topics } from '../../platform/jobs/topics.js';
import { ApplicationsService } from '../applications/applications.service.js';
import type { TravelDocumentResponse } from '../documents/documents.dto.js';
import { findDocument, toTravelDocumentResponse } from '../documents/documents.sql.js';
import { DOCUMENT_ISSUED } from '../travel-documents.topics.js';
import { DocumentRecords } from './document-records.js';

/** The issue of one document, in the transaction of whoever issues it: alone, with a family or in a batch. */
@Injectable()
export class DocumentIssue {
  constructor(
    private readonly ties: Ties,
    private readonly identity: IdentityService,
    private readonly applications: ApplicationsService,
    private readonly records: DocumentRecords,
    private readonly topics: Topics,
  ) {}

  /**
   * @throws Problem `not-found`, `stale` (412), `not-in-this-state` (409: not approved, or issued already), `not-open`,
   * `tied-to-person`, `not-verified`, `validity-over`, `no-blanks` (409)
   */
  async issueIn(
    tx: EntityManager,
    caller: Caller,
    { id: applicationId, registrationId }: { id: string; registrationId: string },
    version: number,
  ): Promise<TravelDocumentResponse> {
    const [registration, application] = await together(
      this.ties.requireOpen(tx, caller, registrationId),
      this.applications.requireReady(tx, applicationId, version, 'issued'),
      this.identity.requireVerified(tx, registrationId),
    );
    const documentId = await this.records.write(tx, caller, registration, application);
    const { postId } = registration;
    const [document] = await together(
      findDocument(tx, documentId),
      tx.query(`UPDATE document_application SET status = 'issued', version = version + 1 WHERE id = $1`, [
        applicationId,
      ]),
      this.topics.publish(tx, DOCUMENT_ISSUED, {
        postId,
        requestId: caller.requestId,
        registrationId,
        documentId,
      }),
    );
    return toTravelDocumentResponse(document);
  }
}
