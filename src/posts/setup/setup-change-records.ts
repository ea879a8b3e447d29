import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import type { SetupAct, SetupWork } from './setup-act.js';
import type { SetupChangedResponse } from './setup.dto.js';
import { SetupFollowers } from './setup-followers.js';
import { SetupReader } from './setup-reader.js';

/** Writes one change of how a post works, what the stages make of it and the record of both, in the caller's transaction. */
@Injectable()
export class SetupChangeRecords {
  constructor(
    private readonly reader: SetupReader,
    private readonly followers: SetupFollowers,
    private readonly audit: AuditLog,
    private readonly live: LiveEvents,
  ) {}

  /**
   * @returns how the post works from then on, and what the change leads to
   * @throws Problem `not-found` for a post that is not the caller's, `stale` (412), `more-people-moved` (409) where more
   * people lose their appointment than was seen, and what the work and the followers throw
   */
  async write(
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
