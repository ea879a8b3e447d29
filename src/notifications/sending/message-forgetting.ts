import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { FORGET_EARLY_RECEIPTS_SQL, FORGET_SQL, FORGETTABLE_SQL } from './sweep.sql.js';

/** Messages say nothing, yet who was written to when is nobody's business after a while: as long as the post says. */
@Injectable()
export class MessageForgetting implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('notifications.forget', '13 3 * * *', () => this.forget());
  }

  async forget(): Promise<void> {
    const everyPost = await this.posts.ids();
    await this.database.transaction(everyPost, (tx) => tx.query(FORGET_SQL));
    await this.database.dataSource.query(FORGET_EARLY_RECEIPTS_SQL);
  }

  /** How many would be forgotten were they kept so many days. */
  async forgettable(tx: EntityManager, postId: string, days: number): Promise<number> {
    const [row] = await tx.query<[{ messages: number }]>(FORGETTABLE_SQL, [postId, days]);
    return row.messages;
  }
}
