import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { eachInTurn } from '../platform/jobs/each-in-turn.js';
import { PostsService } from './posts.service.js';

/** What has to be done again and again at every post. A failure keeps no other post and no other case from its turn. */
@Injectable()
export class PostRounds {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
  ) {}

  /** A transaction at each post. @throws AggregateError in the end, if any failed */
  async atEach(work: (tx: EntityManager, postId: string) => Promise<unknown>): Promise<void> {
    await eachInTurn(await this.posts.all(), ({ id }) =>
      this.database.transaction([id], (tx) => work(tx, id)),
    );
  }

  /**
   * Whatever is found at a post, one after the other, outside the transaction in which it was found: it may have changed since.
   * @param found selects `id`; parameters: post, how many at most
   * @throws AggregateError in the end, if any failed
   */
  async each(
    found: string,
    most: number,
    work: (postId: string, id: string) => Promise<unknown>,
  ): Promise<void> {
    await eachInTurn(await this.posts.all(), async ({ id: postId }) => {
      const rows = await this.database.transaction([postId], (tx) =>
        tx.query<{ id: string }[]>(found, [postId, most]),
      );
      await eachInTurn(rows, ({ id }) => work(postId, id));
    });
  }
}
