import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Topics } from '../../platform/jobs/topics.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { lockCases } from '../../registrations/lock-cases.js';
import { PeopleService } from '../../registrations/people.service.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { mayBecome } from '../../registrations/registration-status.js';
import { REGISTRATION_UNMERGED } from '../../registrations/registration.topics.js';
import { AFTER_UNDOING } from '../pairs/pair-status.js';
import { RegistrationMerge } from './registration-merge.entity.js';

/** Takes two cases apart again that turned out to be two people. */
@Injectable()
export class MergeUndoing {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly life: RegistrationLife,
    private readonly topics: Topics,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The merged case stands again exactly where it stood; whatever either of them had is still theirs.
   * @returns the pair. @throws Problem `not-found`, `stale` (412), `not-in-this-state` (409: undone already), `erased`
   * (409: nothing is left of it)
   */
  undo(caller: Caller, mergeId: string, version: number): Promise<string> {
    return this.database.transaction(caller.posts, async (tx) => {
      const merge = await this.lock(tx, mergeId);
      requireVersion(merge.version, version);
      const { id, postId, pairId, keptId, mergedId, previousStatus } = merge;
      const { status, person } = await this.people.registration(tx, mergedId);
      if (merge.undoneAt !== null || status !== 'merged' || !mayBecome(status, previousStatus))
        throw new Problem('conflict', 'not-in-this-state');
      if (person.wrappedKey === null) throw new Problem('conflict', 'erased');
      await tx.query(
        'UPDATE registration_merge SET undone_by = $2, undone_at = now(), version = version + 1 WHERE id = $1',
        [id, caller.id],
      );
      await this.life.unmerge(tx, mergedId, previousStatus);
      await tx.query(
        `UPDATE duplicate_pair SET status = $2, decided_by = $3, decided_at = now(), version = version + 1
         WHERE id = $1`,
        [pairId, AFTER_UNDOING, caller.id],
      );
      await this.tell(tx, caller, merge);
      const { requestId } = caller;
      await this.topics.publish(tx, REGISTRATION_UNMERGED, {
        postId,
        requestId,
        registrationId: mergedId,
        keptId,
      });
      return pairId;
    });
  }

  /** Locks both cases, then the merge: the order that everybody keeps. */
  private async lock(tx: EntityManager, id: string): Promise<RegistrationMerge> {
    const seen = await tx.findOneBy(RegistrationMerge, { id });
    if (!seen) throw notFound();
    await lockCases(tx, [seen.keptId, seen.mergedId]);
    return tx.findOneOrFail(RegistrationMerge, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private tell(tx: EntityManager, caller: Caller, { keptId, mergedId, postId }: RegistrationMerge) {
    return this.audit.record(
      tx,
      caller,
      {
        action: 'duplicates.unmerged',
        subject: { kind: 'registration', id: mergedId },
        postId,
        detail: { keptId },
      },
      {
        action: 'duplicates.let-go',
        subject: { kind: 'registration', id: keptId },
        postId,
        detail: { mergedId },
      },
    );
  }
}
