import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { isOpen, mayBecome } from '../../registrations/registration-status.js';
import { REGISTRATION_MERGED } from '../../registrations/registration.topics.js';
import { CARRY_SQL } from './carried-pairs.sql.js';
import { type MergeDirection, MergeObjections } from './merge-objections.js';

/** Whether, and into which of them, cases can be merged. */
export interface MergeProspect {
  keptId: string | null;
  /** Code of what keeps them from being merged. */
  obstacle: string | null;
}

type Cases = readonly [Registration, Registration];

/** Merges two cases of one person, in the caller's transaction. Nothing is moved or overwritten here: later stages follow. */
@Injectable()
export class Merging {
  constructor(
    private readonly objections: MergeObjections,
    private readonly life: RegistrationLife,
    private readonly topics: Topics,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The open case reported first is kept, unless a stage objects to that and not to keeping a later one. One that was
   * withdrawn can only be merged into another.
   */
  async prospect(tx: EntityManager, cases: readonly Registration[]): Promise<MergeProspect> {
    const inOrder = cases
      .filter(({ status }) => isOpen(status))
      .toSorted((x, y) => Number(x.receivedAt) - Number(y.receivedAt));
    let first: string | undefined;
    for (const kept of inOrder) {
      const obstacle = await this.obstacleTo(tx, kept, cases);
      if (obstacle === undefined) return { keptId: kept.id, obstacle: null };
      first ??= obstacle;
    }
    return { keptId: null, obstacle: first ?? 'not-open' };
  }

  /**
   * @param cases locked by the caller, in the order of their ids
   * @param keep under which of them the person is helped from now on; found by rule where it is not given
   * @throws Problem `not-open` (409), what a stage objects (409), `invalid-input` where `keep` is neither
   */
  async merge(
    tx: EntityManager,
    caller: Caller,
    pairId: string,
    cases: Cases,
    keep: string | undefined,
  ): Promise<void> {
    const { keptId, mergedId } = await this.direction(tx, cases, keep);
    const merged = cases.find(({ id }) => id === mergedId)!;
    const { postId, status } = merged;
    await tx.query(
      `INSERT INTO registration_merge (id, post_id, pair_id, kept_id, merged_id, previous_status, merged_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), postId, pairId, keptId, mergedId, status, caller.id],
    );
    await this.life.markMerged(tx, mergedId);
    await tx.query(CARRY_SQL, [mergedId, keptId]);
    await this.audit.record(
      tx,
      caller,
      {
        action: 'duplicates.merged',
        subject: { kind: 'registration', id: mergedId },
        postId,
        detail: { keptId },
      },
      {
        action: 'duplicates.kept',
        subject: { kind: 'registration', id: keptId },
        postId,
        detail: { mergedId },
      },
    );
    const { requestId } = caller;
    await this.topics.publish(tx, REGISTRATION_MERGED, {
      postId,
      requestId,
      registrationId: mergedId,
      keptId,
    });
  }

  private async direction(
    tx: EntityManager,
    cases: Cases,
    keep: string | undefined,
  ): Promise<MergeDirection> {
    const [one, other] = cases;
    const kept = cases.find(({ id }) => id === keep);
    if (keep !== undefined && !kept) throw invalid({ pointer: '/keep', code: 'not-a-choice' });
    const { keptId, obstacle } = kept ? await this.asWished(tx, cases, kept) : await this.prospect(tx, cases);
    if (keptId === null) throw new Problem('conflict', obstacle ?? 'not-open');
    return { keptId, mergedId: keptId === one.id ? other.id : one.id };
  }

  private async asWished(tx: EntityManager, cases: Cases, kept: Registration): Promise<MergeProspect> {
    const obstacle = isOpen(kept.status) ? await this.obstacleTo(tx, kept, cases) : 'not-open';
    return obstacle === undefined ? { keptId: kept.id, obstacle: null } : { keptId: null, obstacle };
  }

  private async obstacleTo(tx: EntityManager, kept: Registration, cases: readonly Registration[]) {
    for (const { id, status, person } of cases) {
      if (id === kept.id) continue;
      if (!mayBecome(status, 'merged')) return 'not-open';
      if (person.wrappedKey === null) return 'erased';
      const obstacle = await this.objections.against(tx, { keptId: kept.id, mergedId: id });
      if (obstacle !== undefined) return obstacle;
    }
    return undefined;
  }
}
