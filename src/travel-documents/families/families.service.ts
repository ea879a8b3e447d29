import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Problem } from '../../platform/problems/problem.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import type { ApplicationResponse } from '../applications/applications.dto.js';
import { type ApplicationDecision, ApplicationsService } from '../applications/applications.service.js';
import { DocumentIssue } from '../issuance/document-issue.js';
import { Turns } from '../turns.js';
import type { FamilyDocuments, FamilyResponse } from './families.dto.js';
import { familyRefusal, findFamily, requireAllOpen } from './family-record.js';

/**
 * Everybody has a document of their own, children too; those who were applied for together are decided on and issued
 * together, all or none. Registrations are locked in the order of their ids.
 */
@Injectable()
export class FamiliesService {
  constructor(
    private readonly database: Database,
    private readonly life: RegistrationLife,
    private readonly applications: ApplicationsService,
    private readonly documents: DocumentIssue,
    private readonly turns: Turns,
  ) {}

  /** @throws Problem `not-found`, `stale` (412), `same-person` (403), `not-in-this-state` (409) */
  decide(
    caller: Caller,
    familyId: string,
    version: number,
    decision: ApplicationDecision,
  ): Promise<FamilyResponse> {
    return this.together(caller, familyId, version, async (tx, applications) => {
      for (const { id, version: own } of applications)
        await this.applications.decideIn(tx, caller, id, own, decision);
      return findFamily(tx, familyId);
    });
  }

  /** @throws Problem as the issue of one */
  issue(caller: Caller, familyId: string, version: number): Promise<FamilyDocuments> {
    return this.turns.takeForRequest(() =>
      this.together(caller, familyId, version, async (tx, applications) => {
        const items = [];
        for (const { version: own, ...application } of applications)
          items.push(await this.documents.issueIn(tx, caller, application, own));
        return { id: familyId, items };
      }),
    );
  }

  private together<T>(
    caller: Caller,
    familyId: string,
    version: number,
    act: (tx: EntityManager, applications: readonly ApplicationResponse[]) => Promise<T>,
  ): Promise<T> {
    return this.database
      .transaction(caller.posts, async (tx) => {
        await requireAllOpen(tx, this.life, stillAsked(await findFamily(tx, familyId)));
        const family = await findFamily(tx, familyId);
        requireVersion(family.version, version);
        const applications = stillAsked(family);
        if (applications.length === 0) throw new Problem('conflict', 'not-in-this-state');
        return act(tx, applications);
      })
      .catch(familyRefusal);
  }
}

/** The applications of those who are still to have a document: whoever no longer wants help does not hold up the others. */
const stillAsked = ({ applications }: FamilyResponse): ApplicationResponse[] =>
  applications.filter(({ status }) => status === 'applied' || status === 'approved');
