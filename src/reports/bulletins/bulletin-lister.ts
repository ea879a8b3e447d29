import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { dayAfter } from '../../platform/clock/calendar-day.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import { PostChoice } from '../../posts/post-choice.js';
import { presentDay } from '../figures/figure-series.js';
import { isComplete } from './bulletin-reader.js';
import { Bulletin } from './bulletin.entity.js';
import type { BulletinList, BulletinsQuery } from './bulletins.dto.js';

const NEWEST = `
  SELECT DISTINCT ON (day) day::text AS day, revision, as_of AS "asOf", time_zone AS "timeZone"
  FROM bulletin WHERE post_id = $1 AND ($2::date IS NULL OR day < $2)
  ORDER BY day DESC, revision DESC LIMIT $3`;

/** Which days have a bulletin. */
@Injectable()
export class BulletinLister {
  constructor(
    private readonly database: Database,
    private readonly posts: PostChoice,
  ) {}

  /** Newest day first, each with its newest revision. @throws Problem `invalid-input`, `not-allowed` */
  async list(caller: Caller, query: BulletinsQuery): Promise<BulletinList> {
    const post = await this.posts.of(caller, query.post);
    const page = keyset(query, ['date']);
    return this.database.transaction([post.id], async (tx) => {
      const yesterday = dayAfter(await presentDay(tx, post), -1);
      const frozen = await tx.existsBy(Bulletin, { postId: post.id, day: yesterday });
      const rows = await tx.query<Pick<Bulletin, 'day' | 'revision' | 'asOf' | 'timeZone'>[]>(NEWEST, [
        post.id,
        ...page.after,
        page.limit + 1,
      ]);
      return {
        post: post.code,
        timeZone: post.timeZone,
        toFreeze: frozen ? null : yesterday,
        ...page.of(
          rows,
          ({ day }) => [day],
          (row) => ({
            day: row.day,
            revision: row.revision,
            asOf: row.asOf.toISOString(),
            complete: isComplete(row),
          }),
        ),
      };
    });
  }
}
