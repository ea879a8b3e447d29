import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids.js';
import { Topics } from '../platform/jobs/topics.js';
import { factsOf, KIND_RULES, type MessageFacts, type MessageKind } from './message-kinds.js';
import { QUEUE_SQL } from './records/messages.sql.js';
import { MESSAGES_QUEUED } from './messages.topics.js';

/** What is to be told to whom. */
export interface NewMessage {
  postId: string;
  /** As the {@link RecipientDirectory} knows them. */
  recipientId: string;
  kind: MessageKind;
  facts?: MessageFacts;
  /** Not before; now if not given. */
  dueAt?: Date;
  /** What is told once only, such as `come-now <booking>`: a second message with it is not queued. */
  once: string;
}

/** How the stages have people told. */
@Injectable()
export class Messages {
  constructor(private readonly topics: Topics) {}

  /**
   * Queues messages in the caller's transaction; they leave within about a second after it, or not at all if it fails.
   * All of one post. @returns how many are new
   */
  async queue(tx: EntityManager, ...messages: readonly NewMessage[]): Promise<number> {
    const [first] = messages;
    if (!first) return 0;
    const rows = messages.map(({ postId, recipientId, kind, facts = {}, dueAt, once }) => ({
      id: newId(),
      post_id: postId,
      recipient_id: recipientId,
      kind,
      facts: factsOf(kind, facts),
      once,
      priority: KIND_RULES[kind].priority,
      due_at: dueAt?.toISOString() ?? null,
      useful_minutes: KIND_RULES[kind].usefulMinutes,
    }));
    const queued = await tx.query<unknown[]>(QUEUE_SQL, [JSON.stringify(rows)]);
    if (queued.length > 0)
      await this.topics.publish(tx, MESSAGES_QUEUED, { postId: first.postId, requestId: newId() });
    return queued.length;
  }

  /** What has not left yet is not told. @param once as it was queued */
  async withdraw(tx: EntityManager, postId: string, once: string): Promise<void> {
    await tx.query("DELETE FROM message WHERE post_id = $1 AND once = $2 AND state = 'queued'", [
      postId,
      once,
    ]);
  }

  /** From now on answers count from these addresses only. @param indexes of those at which the person is still reached */
  async leaveOtherAddresses(
    tx: EntityManager,
    recipientId: string,
    indexes: readonly Buffer[],
  ): Promise<void> {
    await tx.query(
      'UPDATE message SET address_index = NULL WHERE recipient_id = $1 AND address_index <> ALL ($2::bytea[])',
      [recipientId, indexes],
    );
  }

  /** What leads to somebody who has been erased: what waits is not sent, what was sent no longer says where to. */
  async forget(tx: EntityManager, recipientId: string): Promise<void> {
    await tx.query("DELETE FROM message WHERE recipient_id = $1 AND state = 'queued'", [recipientId]);
    await tx.query('UPDATE message SET address_index = NULL, address_masked = NULL WHERE recipient_id = $1', [
      recipientId,
    ]);
  }
}
