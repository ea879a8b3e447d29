import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { addressIndex } from '../addresses.js';
import type { MessageKind } from '../message-kinds.js';
import { MESSAGE_REPLIED } from '../messages.topics.js';
import { MessageRecord } from '../sending/message-record.js';
import type { Gateway } from '../transport/gateways.js';
import { ANSWERED_SQL, REPLY_SQL, START_SQL, STOP_SQL } from './replies.sql.js';
import { parseReply } from './reply.js';

/** What came in. The text goes no further than to be understood. */
export interface Inbound {
  gateway: Gateway;
  /** Where the gateway has one: a repetition of it counts once. */
  providerId: string | null;
  from: string;
  text: string;
}

/** Takes answers of people: finds who it was by the address that was written to last, and tells the later stages. */
@Injectable()
export class MessageReplies {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly keyring: Keyring,
    private readonly topics: Topics,
    private readonly audit: AuditLog,
    private readonly record: MessageRecord,
  ) {}

  /** An answer from an address that nobody was written to at is dropped. */
  async receive({ gateway, providerId, from, text }: Inbound): Promise<void> {
    const reply = parseReply(text);
    const index = addressIndex(this.keyring, from);
    const everyPost = await this.posts.ids();
    const known = await this.database.transaction(everyPost, async (tx) => {
      const [message] = await tx.query<
        { id: string; postId: string; recipientId: string; kind: MessageKind }[]
      >(ANSWERED_SQL, [index]);
      if (!message) return false;
      const { id, postId, recipientId, kind } = message;
      const fresh = await tx.query<unknown[]>(REPLY_SQL, [newId(), postId, id, reply, gateway, providerId]);
      if (fresh.length === 0) return false;
      if (reply === 'stop') await tx.query(STOP_SQL, [index, everyPost]);
      if (reply === 'start') await tx.query(START_SQL, [index]);
      const requestId = newId();
      await this.audit.record(tx, systemCaller(postId, requestId), {
        action: 'message.answered',
        subject: { kind: 'recipient', id: recipientId },
        postId,
        detail: { message: id, kind, reply },
      });
      await this.topics.publish(tx, MESSAGE_REPLIED, {
        postId,
        requestId,
        recipientId,
        messageId: id,
        kind,
        reply,
      });
      return true;
    });
    if (known) this.record.replies.inc({ reply });
  }
}
