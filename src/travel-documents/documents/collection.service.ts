import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ties } from '../../identity/assignment/ties.service.js';
import { IdentityService } from '../../identity/identity.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type FieldFault, invalid, Problem } from '../../platform/problems/problem.js';
import { todayAt } from '../../posts/day-at.js';
import { PeopleService } from '../../registrations/people.service.js';
import { hasRunOutBy } from './good-documents.js';
import { DocumentLife } from './document-life.service.js';
import type { CollectionRequest, TravelDocumentResponse } from './documents.dto.js';
import { documentForChange, findDocument, toTravelDocumentResponse } from './documents.sql.js';

/** A document whose last day is over where it was issued. Parameter: document. */
const RUN_OUT = `SELECT FROM travel_document d WHERE d.id = $1 AND ${hasRunOutBy('d', todayAt('d.post_id'))}`;

/** Hands documents out against a signature. */
@Injectable()
export class CollectionService {
  constructor(
    private readonly database: Database,
    private readonly ties: Ties,
    private readonly identity: IdentityService,
    private readonly people: PeopleService,
    private readonly life: DocumentLife,
  ) {}

  /**
   * The holder has it, or somebody whom they authorised. Nobody is handed one who withdrew, or whose identity is in doubt.
   * @throws Problem `not-found`, `stale` (412), `not-in-this-state`, `not-open`, `tied-to-person`, `not-verified`, `document-run-out`
   * (409), `invalid-input` (422: not signed, or somebody else without an authorisation)
   */
  collect(
    caller: Caller,
    id: string,
    version: number,
    request: CollectionRequest,
  ): Promise<TravelDocumentResponse> {
    const faults = collectionFaults(request);
    if (faults.length > 0) throw invalid(...faults);
    return this.database.transaction(caller.posts, async (tx) => {
      const { registrationId } = await findDocument(tx, id);
      const { person } = await this.ties.requireOpen(tx, caller, registrationId);
      await this.identity.requireVerified(tx, registrationId);
      const { postId } = await documentForChange(tx, id, version, 'collected');
      if ((await tx.query<unknown[]>(RUN_OUT, [id])).length > 0)
        throw new Problem('conflict', 'document-run-out');
      await this.life.become(tx, caller, { id, postId }, 'collected', null);
      const { by, collectorName, authorisation } = request;
      const collector =
        by === 'holder' ? null : this.people.key(person).seal('collector', { collectorName, authorisation });
      await this.record(tx, caller, id, by, collector);
      return toTravelDocumentResponse(await findDocument(tx, id));
    });
  }

  private async record(
    tx: EntityManager,
    caller: Caller,
    id: string,
    by: string,
    collector: Buffer | null,
  ): Promise<void> {
    await tx.query(
      `UPDATE travel_document SET collected_at = now(), collected_by = $2, collected_as = $3, collector_sealed = $4
       WHERE id = $1`,
      [id, caller.id, by, collector],
    );
  }
}

function collectionFaults({ signed, by, collectorName, authorisation }: CollectionRequest): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!signed) faults.push({ pointer: '/signed', code: 'not-signed' });
  if (by === 'holder') return faults;
  if (collectorName === undefined) faults.push({ pointer: '/collectorName', code: 'not-authorised' });
  if (authorisation === undefined) faults.push({ pointer: '/authorisation', code: 'not-authorised' });
  return faults;
}
