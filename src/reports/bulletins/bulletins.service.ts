import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { invalid, notFound, Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { PostChoice } from '../../posts/post-choice.js';
import type { Post } from '../../posts/post.entity.js';
import { presentDay, figureSeries } from '../figures/figure-series.js';
import { BulletinReader } from './bulletin-reader.js';
import type { BulletinRequest, BulletinResponse, RevisionRequest } from './bulletins.dto.js';
import { seesSmallCounts } from '../small-counts.js';
import { cellsFor, changesBetween, freeze, type FrozenFigures } from './frozen-figures.js';

const INSERT = `
  INSERT INTO bulletin (id, post_id, day, revision, as_of, time_zone, figures, figures_hash, changed_because, frozen_by)
  SELECT $1, $2, $3, $4, now(), $5, f.figures, sha256(convert_to(f.figures::text, 'UTF8')), $7, $8
  FROM (SELECT $6::jsonb AS figures) f`;

/** Freezes a day's figures, and corrects them by further revisions. */
@Injectable()
export class BulletinsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly posts: PostChoice,
    private readonly reader: BulletinReader,
    private readonly audit: AuditLog,
  ) {}

  /** The first revision. @throws Problem `invalid-input` (a day to come), `not-allowed`, `bulletin-exists` (409) */
  freeze(
    caller: Caller,
    { day, post }: BulletinRequest,
    idempotent: IdempotentRequest,
  ): Promise<BulletinResponse> {
    return this.publish(caller, post, idempotent, 'bulletin-exists', async (tx, post) => {
      if (day > (await presentDay(tx, post))) throw invalid({ pointer: '/day', code: 'in-the-future' });
      const figures = await this.figures(tx, post, day);
      return { day, revision: 1, figures, because: null };
    });
  }

  /**
   * The next revision: the day counted again.
   * @throws Problem `not-found`, `not-allowed`, 409: `nothing-changed` (that the caller sees), `revised-meanwhile` (somebody was faster)
   */
  revise(
    caller: Caller,
    day: string,
    { because, post }: RevisionRequest,
    idempotent: IdempotentRequest,
  ): Promise<BulletinResponse> {
    return this.publish(caller, post, idempotent, 'revised-meanwhile', async (tx, post) => {
      const latest = await this.reader.found(tx, post, day);
      if (!latest) throw notFound();
      const figures = await this.figures(tx, post, day);
      // as the caller sees them: who is told that something withheld changed, and asks again and again, counts it
      const seesSmall = seesSmallCounts(caller);
      if (changesBetween(cellsFor(latest.figures, seesSmall), cellsFor(figures, seesSmall)).length === 0)
        throw new Problem('conflict', 'nothing-changed');
      return { day, revision: latest.revision + 1, figures, because };
    });
  }

  private async publish(
    caller: Caller,
    code: string | undefined,
    idempotent: IdempotentRequest,
    taken: string,
    prepare: (tx: EntityManager, post: Post) => Promise<Prepared>,
  ): Promise<BulletinResponse> {
    const post = await this.posts.of(caller, code);
    return this.idempotency
      .transaction([post.id], idempotent, async (tx) => {
        const { day, revision, figures, because } = await prepare(tx, post);
        const id = newId();
        await tx.query(INSERT, [
          id,
          post.id,
          day,
          revision,
          post.timeZone,
          JSON.stringify(figures),
          because,
          caller.id,
        ]);
        await this.audit.record(tx, caller, {
          action: revision === 1 ? 'bulletin.frozen' : 'bulletin.revised',
          subject: { kind: 'bulletin', id },
          postId: post.id,
          detail: { day, revision },
        });
        return this.reader.present(tx, caller, post, (await this.reader.found(tx, post, day, revision))!);
      })
      .catch(refusedBy({ bulletin_revision_once: taken }));
  }

  private async figures(tx: EntityManager, post: Post, day: string): Promise<FrozenFigures> {
    return freeze((await figureSeries(tx, post, { from: day, to: day })).days);
  }
}

interface Prepared {
  day: string;
  revision: number;
  figures: FrozenFigures;
  because: string | null;
}
