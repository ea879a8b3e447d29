import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { MessageReceipts } from '../receipts/message-receipts.js';
import type { MessageState } from '../message-status.js';
import { Transports } from '../transport/transports.js';
import { MessageRecord } from './message-record.js';
import { MessageSender } from './message-sender.js';
import { LOST_SQL, POSTS_DUE_SQL, UNANSWERED_SQL } from './sweep.sql.js';

/** Longer than anything that a transport waits for. */
const LOST_MINUTES = 5;
const ASKED_AT_ONCE = 200;

/** What has to be done for messages again and again, at every post. */
@Injectable()
export class MessageSweeps implements OnModuleInit {
  private readonly logger = new Logger(MessageSweeps.name);

  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly sender: MessageSender,
    private readonly receipts: MessageReceipts,
    private readonly transports: Transports,
    private readonly record: MessageRecord,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('notifications.sweep', '* * * * *', () => this.sweep());
    this.topics.schedule('notifications.ask', '41 * * * *', () => this.askAfterReceipts());
  }

  /** Finds what a lost worker left behind, and sends whatever's time has come. */
  async sweep(): Promise<void> {
    const everyPost = await this.posts.ids();
    const repeatable = (['sms', 'email'] as const).flatMap((channel) => {
      const transport = this.transports.of(channel);
      return transport?.repeatable ? [transport.gateway] : [];
    });
    const [lost] = await this.database.transaction(everyPost, (tx) =>
      tx.query<[{ kind: string; state: MessageState; channel: string }[], number]>(LOST_SQL, [
        LOST_MINUTES,
        repeatable,
      ]),
    );
    for (const { kind, state, channel } of lost) this.record.count(kind, state, channel);
    if (lost.length > 0) this.logger.warn(`${lost.length} messages were left behind by a lost worker`);
    await eachInTurn([() => this.receipts.resolveDoubts(), () => this.sendDue(everyPost)], (act) => act());
  }

  private async sendDue(everyPost: readonly string[]): Promise<void> {
    const due = await this.database.transaction(everyPost, (tx) =>
      tx.query<{ postId: string }[]>(POSTS_DUE_SQL),
    );
    await eachInTurn(due, ({ postId }) => this.sender.send(postId));
  }

  /** Asks the text message centre about those that no receipt came for. */
  async askAfterReceipts(): Promise<void> {
    const { smpp } = this.transports;
    if (!smpp) return;
    const parts = await this.database.transaction(await this.posts.ids(), (tx) =>
      tx.query<{ providerId: string }[]>(UNANSWERED_SQL, [ASKED_AT_ONCE]),
    );
    for (const { providerId } of parts) {
      const delivered = await smpp.ask(providerId);
      if (delivered !== undefined) await this.receipts.receive({ gateway: 'smpp', providerId, delivered });
    }
  }
}
