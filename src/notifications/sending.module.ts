import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { PostsModule } from '../posts/posts.module.js';
import { MessagesModule } from './messages.module.js';
import { HandingOver } from './sending/handing-over.js';
import { KnownMessages } from './sending/known-messages.js';
import { LostMessages } from './sending/lost-messages.js';
import { MessageClaims } from './sending/message-claims.js';
import { MessageLimits } from './sending/message-limits.js';
import { MessageOutcomes } from './sending/message-outcomes.js';
import { MessageSender } from './sending/message-sender.js';
import { MessageSweeps } from './sending/message-sweeps.js';
import { MessageWriting } from './sending/message-writing.js';
import { ReceiptAsking } from './sending/receipt-asking.js';

/** Sends what the stages queued. Put together with the later stage that knows addresses where all stages are. */
@Module({})
export class SendingModule {
  /** @param directory a module that exports a `RecipientDirectory` */
  static of(directory: Type): DynamicModule {
    return {
      module: SendingModule,
      imports: [MessagesModule, PostsModule, directory],
      providers: [
        KnownMessages,
        MessageLimits,
        MessageWriting,
        MessageClaims,
        MessageOutcomes,
        HandingOver,
        MessageSender,
        LostMessages,
        MessageSweeps,
        ReceiptAsking,
      ],
    };
  }
}
