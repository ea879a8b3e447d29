import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { Merging } from '../merging/merging.js';
import { DuplicatePair } from '../pairs/duplicate-pair.entity.js';
import { PairDecisions } from '../pairs/pair-decisions.service.js';
import { mayDecide } from '../pairs/pair-status.js';
import { isBeyondDoubt } from './worklist-items.js';
import type { GroupMergeRequest, GroupMergeResponse, SeenPair } from './worklist.dto.js';

/** Merges all reports of one person at once. Each merge is one of its own and can be undone by itself. */
@Injectable()
export class GroupMerging {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly merging: Merging,
    private readonly decisions: PairDecisions,
  ) {}

  /**
   * @throws Problem `invalid-input` (no such pair), `stale` (412: a pair is not as it was seen), 409: `not-in-this-state`,
   * `compare-one-by-one` where not each is surely the same as each other, `not-open`, what a later stage objects to
   */
  merge(caller: Caller, { pairs: seen, reason }: GroupMergeRequest): Promise<GroupMergeResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { pairs, cases } = await this.lock(tx, seen);
      for (const { id, version, status } of pairs) {
        requireVersion(version, seen.find((one) => one.id === id)!.version);
        if (!mayDecide(status, 'same')) throw new Problem('conflict', 'not-in-this-state');
      }
      if (!isBeyondDoubt(pairs)) throw new Problem('conflict', 'compare-one-by-one');
      const { keptId: keep, obstacle } = await this.merging.prospect(tx, cases);
      if (keep === null) throw new Problem('conflict', obstacle ?? 'not-open');
      const withKept = pairs.filter(({ firstId, secondId }) => firstId === keep || secondId === keep);
      for (const pair of withKept) {
        const both = [pair.firstId, pair.secondId].map((id) => cases.find((one) => one.id === id)!);
        const decided = { decision: 'same', keep, reason } as const;
        await this.decisions.settle(tx, caller, pair, both as [Registration, Registration], decided);
      }
      return { keptId: keep, merged: withKept.length };
    });
  }

  /** Locks the cases in the order of their ids, then the pairs: the order that everybody keeps. */
  private async lock(
    tx: EntityManager,
    seen: readonly SeenPair[],
  ): Promise<{ pairs: DuplicatePair[]; cases: Registration[] }> {
    const where = { id: In(seen.map(({ id }) => id)) };
    const found = await tx.findBy(DuplicatePair, where);
    if (found.length === 0 || found.length < seen.length)
      throw invalid({ pointer: '/pairs', code: 'pair-not-found' });
    const cases: Registration[] = [];
    for (const id of [...new Set(found.flatMap(({ firstId, secondId }) => [firstId, secondId]))].sort())
      cases.push(await this.people.registrationForChange(tx, id));
    const lock = { mode: 'pessimistic_write' } as const;
    const pairs = await tx.find(DuplicatePair, { where, order: { id: 'ASC' }, lock });
    return { pairs, cases };
  }
}
