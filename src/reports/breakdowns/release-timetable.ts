import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayAfter } from '../../platform/clock/calendar-day.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { presentDay } from '../figures/figure-series.js';
import { GROUPINGS } from './groupings.js';
import { release } from './released.js';

/**
 * Releases each day that has ended, soon after it has, wherever a post's midnight is: what is shown must not hang on whether and
 * when somebody looks. Where this did not run, whoever looks first has the same made.
 */
@Injectable()
export class ReleaseTimetable implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('reports.release-breakdowns', '2,17,32,47 * * * *', () => this.release());
  }

  /** A transaction each; what is released already stays as it is. */
  async release(): Promise<void> {
    const each = (await this.posts.all()).flatMap((post) => GROUPINGS.map((by) => ({ post, by })));
    await eachInTurn(each, ({ post, by }) =>
      this.database.transaction([post.id], async (tx) =>
        release(tx, post, by, dayAfter(await presentDay(tx, post), -1)),
      ),
    );
  }
}
