import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { violatedConstraint } from '../../platform/database/violated-constraint.js';
import { Problem } from '../../platform/problems/problem.js';
import { ApplicationsService } from '../applications/applications.service.js';
import type { TravelDocumentResponse } from '../documents/documents.dto.js';
import { signerAway } from '../pki/signer/signer-away.js';
import { Turns } from '../turns.js';
import { DocumentIssue } from './document-issue.js';

const VALID_ALREADY = 'one_valid_document_per_person';

/** Issues what a second person approved. */
@Injectable()
export class IssuanceService {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsService,
    private readonly documents: DocumentIssue,
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
          return this.documents.issueIn(tx, caller, { id: applicationId, registrationId }, version);
        }),
      );
    } catch (error) {
      if (violatedConstraint(error) === VALID_ALREADY) throw new Problem('conflict', 'document-valid');
      throw signerAway(error);
    }
  }
}
