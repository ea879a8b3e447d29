import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Problem } from '../../platform/problems/problem.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { Merging } from '../merging/merging.js';
import { DuplicatePair } from './duplicate-pair.entity.js';
import type { DuplicateComparisonResponse, DuplicateDecisionRequest } from './duplicates.dto.js';
import { mayDecide } from './pair-status.js';
import { PairsService } from './pairs.service.js';
import { findPair } from './pairs.sql.js';

/** What somebody with the right to it decides on two registrations. */
@Injectable()
export class PairDecisions {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly pairs: PairsService,
    private readonly merging: Merging,
    private readonly audit: AuditLog,
  ) {}

  /**
   * `same` merges the two cases in the same act.
   * @throws Problem `not-found`, `stale` (412), `invalid-input`, 409: `not-in-this-state`, `not-open`, `erased`, and what a
   * later stage objects to a merge
   */
  decide(
    caller: Caller,
    id: string,
    version: number,
    { decision, keep, reason }: DuplicateDecisionRequest,
  ): Promise<DuplicateComparisonResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { pair, cases } = await this.lock(tx, id);
      requireVersion(pair.version, version);
      if (!mayDecide(pair.status, decision)) throw new Problem('conflict', 'not-in-this-state');
      await this.settle(tx, caller, pair, cases, { decision, keep, reason });
      return this.pairs.comparison(tx, id);
    });
  }

  /** Joins the caller's transaction, in which the cases and the pair are locked and may be decided on. */
  async settle(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: DuplicatePair,
    cases: readonly [Registration, Registration],
    { decision, keep, reason }: DuplicateDecisionRequest,
  ): Promise<void> {
    if (decision === 'same') await this.merging.merge(tx, caller, id, cases, keep);
    await tx.query(
      `UPDATE duplicate_pair SET status = $2, decided_by = $3, decided_at = now(), version = version + 1
       WHERE id = $1`,
      [id, decision, caller.id],
    );
    await this.audit.record(tx, caller, {
      action: 'duplicates.decided',
      subject: { kind: 'duplicate-pair', id },
      postId,
      detail: {
        decision,
        registrations: cases.map((one) => one.id),
        ...(reason !== undefined && { reasonsSealed: this.sealed(cases, reason) }),
      },
    });
  }

  /** Locks the cases in the order of their ids, then the pair: the order that everybody keeps. */
  private async lock(
    tx: EntityManager,
    id: string,
  ): Promise<{ pair: DuplicatePair; cases: [Registration, Registration] }> {
    const { firstId, secondId } = await findPair(tx, id);
    const first = await this.people.registrationForChange(tx, firstId);
    const second = await this.people.registrationForChange(tx, secondId);
    const pair = await tx.findOneOrFail(DuplicatePair, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return { pair, cases: [first, second] };
  }

  private sealed(cases: readonly Registration[], reason: string): string[] {
    return cases.map(({ person }) =>
      this.people.key(person).seal('duplicate-reason', reason).toString('base64'),
    );
  }
}
