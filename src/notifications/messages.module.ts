import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { PostsModule } from '../posts/posts.module.js';
import { Messages } from './messages.service.js';
import { MessageWords } from './message-words.js';
import { OutboxController } from './outbox/outbox.controller.js';
import { OutboxService } from './outbox/outbox.service.js';
import { Resending } from './outbox/resending.service.js';
import { ShownMessages } from './outbox/shown-messages.js';
import { OwnMessagesController } from './own/own-messages.controller.js';
import { OwnMessagesService } from './own/own-messages.service.js';
import { MessageReceipts } from './receipts/message-receipts.js';
import { MessageReplies } from './replies/message-replies.js';
import { MessageForgetting } from './sending/message-forgetting.js';
import { MessageRecord } from './sending/message-record.js';
import { SmppInbound } from './sms/smpp-inbound.js';
import { Transports } from './transport/transports.js';
import { keepRawBodies } from './webhooks/raw-body.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

/** What the stages need to have people told, and staff to see what became of it. Knows nobody's address. */
@Module({
  imports: [PostsModule],
  controllers: [OwnMessagesController, OutboxController, WebhooksController],
  providers: [
    Messages,
    MessageForgetting,
    MessageRecord,
    MessageReceipts,
    MessageReplies,
    MessageWords,
    OutboxService,
    Resending,
    OwnMessagesService,
    ShownMessages,
    SmppInbound,
    Transports,
  ],
  exports: [
    Messages,
    MessageForgetting,
    MessageRecord,
    MessageReceipts,
    MessageWords,
    OutboxService,
    Resending,
    OwnMessagesService,
    ShownMessages,
    Transports,
  ],
})
export class MessagesModule {
  constructor({ httpAdapter }: HttpAdapterHost<FastifyAdapter>) {
    keepRawBodies(httpAdapter.getInstance());
  }
}
