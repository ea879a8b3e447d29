import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { dayAfter } from '../../platform/clock/calendar-day.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/problems/problem.js';
import { PostChoice } from '../../posts/post-choice.js';
import type { Post } from '../../posts/post.entity.js';
import { Definitions } from '../figures/definitions.js';
import { seesSmallCounts } from '../small-counts.js';
import { Bulletin } from './bulletin.entity.js';
import type { BulletinQuery, BulletinResponse } from './bulletins.dto.js';
import { cellsFor, changesBetween } from './frozen-figures.js';

/** Shows bulletins as they were frozen. */
@Injectable()
export class BulletinReader {
  constructor(
    private readonly database: Database,
    private readonly posts: PostChoice,
    private readonly definitions: Definitions,
  ) {}

  /** @throws Problem `invalid-input`, `not-allowed`, `not-found` */
  async read(caller: Caller, day: string, query: BulletinQuery): Promise<BulletinResponse> {
    const post = await this.posts.of(caller, query.post);
    return this.database.transaction([post.id], async (tx) => {
      const bulletin = await this.found(tx, post, day, query.revision);
      if (!bulletin) throw notFound();
      return this.present(tx, caller, post, bulletin);
    });
  }

  /** A bulletin of a day: one revision, or the newest. Joins the caller's transaction. */
  found(tx: EntityManager, post: Post, day: string, revision?: number): Promise<Bulletin | null> {
    const where = { postId: post.id, day, ...(revision !== undefined && { revision }) };
    return tx.findOne(Bulletin, { where, order: { revision: 'DESC' } });
  }

  /** What a caller sees of a bulletin, with what it changed in the revision before. Joins the caller's transaction. */
  async present(
    tx: EntityManager,
    caller: Caller,
    post: Post,
    bulletin: Bulletin,
  ): Promise<BulletinResponse> {
    const seesSmall = seesSmallCounts(caller);
    const cells = cellsFor(bulletin.figures, seesSmall);
    const { day, revision } = bulletin;
    const before = revision === 1 ? null : await this.found(tx, post, day, revision - 1);
    return {
      post: post.code,
      day,
      revision,
      asOf: bulletin.asOf.toISOString(),
      timeZone: bulletin.timeZone,
      complete: isComplete(bulletin),
      changedBecause: bulletin.changedBecause,
      changes: before ? changesBetween(cellsFor(before.figures, seesSmall), cells) : [],
      suppressed: !seesSmall,
      figures: cells.ofTheDay,
      cumulative: cells.cumulative,
      definitions: this.definitions.in(caller.locale),
      figuresHash: seesSmall ? bulletin.figuresHash.toString('hex') : null,
    };
  }
}

/** Whether the day was over when it was counted. */
export const isComplete = ({ day, asOf, timeZone }: Pick<Bulletin, 'day' | 'asOf' | 'timeZone'>): boolean =>
  asOf >= DateTime.fromISO(dayAfter(day), { zone: timeZone }).toJSDate();
