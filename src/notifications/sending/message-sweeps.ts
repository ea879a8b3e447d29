import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { MessageReceipts } from '../receipts/message-receipts.js';
import { LostMessages } from './lost-messages.js';
import { MessageSender } from './message-sender.js';

/** What has to be done for messages every minute, at every post. */
@Injectable()
export class MessageSweeps implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly posts: PostsService,
    private readonly lost: LostMessages,
    private readonly receipts: MessageReceipts,
    private readonly sender: MessageSender,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('notifications.sweep', '* * * * *', () => this.sweep());
  }

  /** Finds what a lost worker left behind, and sends whatever's time has come. */
  async sweep(): Promise<void> {
    const everyPost = await this.posts.ids();
    await this.lost.takeBack(everyPost);
    const acts = [() => this.receipts.resolveDoubts(), () => this.sender.sendDue(everyPost)];
    await eachInTurn(acts, (act) => act());
  }
}
