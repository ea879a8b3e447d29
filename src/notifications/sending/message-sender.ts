import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { MESSAGES_QUEUED } from '../messages.topics.js';
import { MessageReceipts } from '../receipts/message-receipts.js';
import { PACE_SQL } from '../records/messages.sql.js';
import type { Claimed } from './claimed.js';
import { MessageClaims } from './message-claims.js';
import { MessageOutcomes } from './message-outcomes.js';
import { POSTS_DUE_SQL } from './sweep.sql.js';

const MOST_AT_ONCE = 50;

/** Hands over what is due. One round a post at a time in each process; further wishes are met by the round under way. */
@Injectable()
export class MessageSender implements OnModuleInit {
  private readonly logger = new Logger(MessageSender.name);
  /** Posts with a round under way, and whether another wish came meanwhile. */
  private readonly rounds = new Map<string, { again: boolean }>();

  constructor(
    private readonly topics: Topics,
    private readonly environment: Environment,
    private readonly database: Database,
    private readonly claims: MessageClaims,
    private readonly outcomes: MessageOutcomes,
    private readonly receipts: MessageReceipts,
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
    const byGateway = Map.groupBy(claimed, ({ transport }) => transport.gateway);
    await Promise.all(
      [...byGateway].map(async ([gateway, messages]) => {
        const gap = 1000 / this.environment.MESSAGES_PER_SECOND;
        const first = gateway === 'demonstration' ? undefined : await this.reserve(gateway, messages.length);
        await Promise.all(
          messages.map(async (message, place) => {
            if (first !== undefined) await setTimeout(first + place * gap);
            await this.handOver(message);
          }),
        );
      }),
    );
    return due;
  }

  /** @returns milliseconds until the first of so many places */
  private async reserve(gateway: string, places: number): Promise<number> {
    const [row] = await this.database.dataSource.query<{ waitMs: number }[]>(PACE_SQL, [
      gateway,
      places,
      this.environment.MESSAGES_PER_SECOND,
    ]);
    return row!.waitMs;
  }

  /** A message whose outcome cannot be written down stays `sending` and is found by the sweep. */
  private async handOver(message: Claimed): Promise<void> {
    const { transport } = message;
    try {
      const outcome = await transport
        .submit(message.outgoing)
        .catch(() => ({ result: 'unsure', reason: 'fault' }) as const);
      await this.outcomes.settle(message, outcome);
      if (outcome.result === 'taken' && outcome.providerIds.length > 0)
        await this.receipts.catchUp(transport.gateway, outcome.providerIds);
    } catch (error) {
      this.logger.error({ err: error }, 'what became of a message could not be written down');
    }
  }
}
