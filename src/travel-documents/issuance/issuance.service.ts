import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ties } from '../../identity/assignment/ties.service.js';
import { IdentityService } from '../../identity/identity.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { together } from '../../platform/database/together.js';
import { violatedConstraint } from '../../platform/database/violated-constraint.js';
import { Problem } from '../../platform/problems/problem.js';
import { ApplicationsService } from '../applications/applications.service.js';
import { DOCUMENT_ISSUED } from '../travel-documents.topics.js';
import { Topics } from '../../platform/jobs/topics.js';
import type { TravelDocumentResponse } from '../documents/documents.dto.js';
import { findDocument, toTravelDocumentResponse } from '../documents/documents.sql.js';
import { signerAway } from '../pki/signer/signer-away.js';
import { Turns } from '../turns.js';
import { DocumentRecords } from './document-records.js';

const VALID_ALREADY = 'one_valid_document_per_person';

/** Issues what a second person approved. */
@Injectable()
export class IssuanceService {
  constructor(
    private readonly database: Database,
    private readonly ties: Ties,
    private readonly identity: IdentityService,
    private readonly applications: ApplicationsService,
    private readonly records: DocumentRecords,
    private readonly topics: Topics,
    private readonly turns: Turns,
  ) {}

  /**
   * Numbers, seals and writes the document, and ends its application, all or nothing.
   * @throws Problem `not-found`, `stale` (412), `not-in-this-state` (409: not approved, or issued already), `not-open`,
   * `tied-to-person`, `not-verified`, `document-valid`, `validity-over`, `no-blanks`, `of-a-family` (409), `busy` (503: the signer cannot be reached)
   */
  async issue(caller: Caller, applicationId: string, version: number): Promise<TravelDocumentResponse> {
    try {
      return await this.turns.takeForRequest(() =>
        this.database.transaction(caller.posts, async (tx) => {
          const { registrationId } = await this.applications.requireAlone(tx, applicationId);
          return this.issueIn(tx, caller, { id: applicationId, registrationId }, version);
        }),
      );
    } catch (error) {
      if (violatedConstraint(error) === VALID_ALREADY) throw new Problem('conflict', 'document-valid');
      throw signerAway(error);
    }
  }

  /** Joins the caller's transaction. @throws Problem as {@link issue} */
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
