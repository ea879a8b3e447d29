import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { MESSAGES_QUEUED } from '../messages.topics.js';
import { HandingOver } from './handing-over.js';
import { MessageClaims } from './message-claims.js';
import { POSTS_DUE_SQL } from './sweep.sql.js';

const MOST_AT_ONCE = 50;

/** Sends what is due. One round a post at a time in each process; further wishes are met by the round under way. */
@Injectable()
export class MessageSender implements OnModuleInit {
  /** Posts with a round under way, and whether another wish came meanwhile. */
  private readonly rounds = new Map<string, { again: boolean }>();

  constructor(
    private readonly topics: Topics,
    private readonly environment: Environment,
    private readonly database: Database,
    private readonly claims: MessageClaims,
    private readonly handing: HandingOver,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(MESSAGES_QUEUED, 'notifications.send', ({ postId }) => this.send(postId));
  }

  /** Sends until nothing is due. Rows that a lost process leaves queued are found by the next wish or the next sweep. */
  async send(postId: string): Promise<void> {
    const under = this.rounds.get(postId);
    if (under) {
      under.again = true;
      return;
    }
    const round = { again: true };
    this.rounds.set(postId, round);
    try {
      while (round.again) {
        round.again = false;
        while ((await this.sendSome(postId)) > 0);
      }
    } finally {
      this.rounds.delete(postId);
    }
  }

  /** Sends at each post whatever's time has come. */
  async sendDue(posts: readonly string[]): Promise<void> {
    const due = await this.database.transaction(posts, (tx) => tx.query<{ postId: string }[]>(POSTS_DUE_SQL));
    await eachInTurn(due, ({ postId }) => this.send(postId));
  }

  private async sendSome(postId: string): Promise<number> {
    const most = Math.min(MOST_AT_ONCE, this.environment.MESSAGES_PER_SECOND);
    const { due, claimed } = await this.claims.claim(postId, most);
    await this.handing.all(claimed);
    return due;
  }
}
