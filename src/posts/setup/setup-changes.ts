import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../posts.service.js';
import type { SetupChangedResponse, SetupChangeQuery } from './setup.dto.js';
import { SetupFollowers } from './setup-followers.js';
import { SetupReader } from './setup-reader.js';

/** A change of one post's setup, by whom, and which version of it they looked at. */
export interface SetupAct extends SetupChangeQuery {
  caller: Caller;
  postId: string;
  version: number;
  /** Where a repeated request is answered as the first was. */
  once?: IdempotentRequest;
}

/** What is done, and how it is put on record. */
export interface SetupWork {
  action: string;
  detail: Record<string, unknown>;
  /** The counter that is closed for good, or gets another number. */
  counterId?: string;
  /** @throws Problem where it must not be */
  apply(tx: EntityManager): Promise<void>;
}

/** Ends the transaction of what is only tried out, with what it came to. */
class TriedOut extends Error {
  constructor(readonly result: SetupChangedResponse) {
    super('tried out');
  }
}

/**
 * Changes how a post works. One transaction holds the change, what the stages make of it and the record; where it is tried
 * out, all of that is done and taken back, so that what is told is what will happen.
 */
@Injectable()
export class SetupChanges {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly posts: PostsService,
    private readonly reader: SetupReader,
    private readonly followers: SetupFollowers,
    private readonly live: LiveEvents,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * @throws Problem `not-found` for a post that is not the caller's, `stale` (412), `more-people-moved` (409) where more
   * people lose their appointment than was seen, and what the work and the followers throw
   */
  async make(act: SetupAct, work: SetupWork): Promise<SetupChangedResponse> {
    try {
      const changed = await this.database.transaction([act.postId], async (tx) => {
        const make = () => this.within(tx, act, work);
        const result = await (act.once ? this.idempotency.once(tx, act.once, make) : make());
        if (act.dryRun === 'true') throw new TriedOut(result);
        return result;
      });
      this.posts.forget();
      return changed;
    } catch (error) {
      if (error instanceof TriedOut) return error.result;
      throw error;
    }
  }

  private async within(
    tx: EntityManager,
    { caller, postId, version, dryRun, peopleSeen = 0 }: SetupAct,
    work: SetupWork,
  ): Promise<SetupChangedResponse> {
    const { action, detail, counterId } = work;
    if (!caller.posts.includes(postId)) throw notFound();
    const post = await oneRow<{ version: number }>(
      tx,
      'SELECT setup_version AS version FROM post WHERE id = $1 FOR NO KEY UPDATE',
      [postId],
    );
    requireVersion(post.version, version);
    const change = { postId, caller, ...(counterId !== undefined && { counterId }) };
    await this.followers.prepare(tx, change);
    await work.apply(tx);
    const effect = await this.followers.follow(tx, change);
    if (dryRun !== 'true' && !(effect.peopleMoved <= peopleSeen))
      throw new Problem('conflict', 'more-people-moved', { params: { people: effect.peopleMoved } });
    await tx.query(
      'UPDATE post SET setup_version = setup_version + 1, setup_changed_at = now() WHERE id = $1',
      [postId],
    );
    await this.audit.record(tx, caller, {
      action,
      subject: { kind: 'post', id: postId },
      postId,
      detail: { ...detail, ...effect },
    });
    this.live.announce(tx, { postId, kind: 'post' });
    this.live.announce(tx, { postId, kind: 'counters' });
    return { ...(await this.reader.describe(tx, postId)), effect };
  }
}
