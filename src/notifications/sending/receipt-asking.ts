import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { MessageReceipts } from '../receipts/message-receipts.js';
import { Transports } from '../transport/transports.js';
import { UNANSWERED_SQL } from './sweep.sql.js';

const ASKED_AT_ONCE = 200;

/** Asks the text message centre, again and again, about messages that no receipt came for. */
@Injectable()
export class ReceiptAsking implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly receipts: MessageReceipts,
    private readonly transports: Transports,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('notifications.ask', '41 * * * *', () => this.ask());
  }

  async ask(): Promise<void> {
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
