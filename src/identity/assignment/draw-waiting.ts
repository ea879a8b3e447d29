import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { lockCases } from '../../registrations/lock-cases.js';
import { FirstOfficers } from './first-officers.service.js';
import { FIRST_WAITING_SQL, LEFT_FIRST_SQL } from './first-officers.sql.js';
import { type EmptySeat, Lots } from './lots.service.js';
import { LEFT_SQL, WAITING_SQL } from './lots.sql.js';
import type { CaseName } from '../../registrations/case-name.js';

/** Every minute: draws officers for cases for which nobody was free, and anew where the officer drawn has gone home. */
@Injectable()
export class DrawWaiting implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly lots: Lots,
    private readonly firsts: FirstOfficers,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('identity.draw-waiting', '* * * * *', () => this.drawAll());
  }

  async drawAll(): Promise<void> {
    const posts = await this.posts.ids();
    await eachInTurn([() => this.drawForRounds(posts), () => this.drawFirsts(posts)], (act) => act());
  }

  private async drawForRounds(posts: readonly string[]): Promise<void> {
    const waiting = await this.database.transaction(posts, async (tx) => {
      await tx.query(LEFT_SQL);
      return tx.query<EmptySeat[]>(WAITING_SQL);
    });
    await eachInTurn(waiting, (seat) => this.draw(seat));
  }

  private async drawFirsts(posts: readonly string[]): Promise<void> {
    const waiting = await this.database.transaction(posts, async (tx) => {
      await tx.query(LEFT_FIRST_SQL);
      return tx.query<CaseName[]>(FIRST_WAITING_SQL);
    });
    await eachInTurn(waiting, (one) =>
      this.database.transaction([one.postId], async (tx) => {
        await lockCases(tx, [one.id]);
        await this.firsts.drawFor(tx, systemCaller(one.postId, newId()), one);
      }),
    );
  }

  private async draw(seat: EmptySeat): Promise<void> {
    await this.database.transaction([seat.postId], async (tx) => {
      await lockCases(tx, [seat.registrationId]);
      const still = (await tx.query<EmptySeat[]>(WAITING_SQL)).find(
        ({ roundId }) => roundId === seat.roundId,
      );
      if (still) await this.lots.draw(tx, systemCaller(seat.postId, newId()), still);
    });
  }
}
