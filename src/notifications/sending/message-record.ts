import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import type { MessageKind } from '../message-kinds.js';
import type { MessageState } from '../message-status.js';

interface About {
  id: string;
  recipientId: string;
  kind: MessageKind;
}

/** Puts on record what happens to messages: in the audit log under the recipient, and as figures without anybody. */
@Injectable()
export class MessageRecord {
  private readonly messages: Counter;
  readonly replies: Counter;

  constructor(
    private readonly audit: AuditLog,
    { registry }: Metrics,
  ) {
    this.messages = new Counter({
      name: 'pulang_messages_total',
      help: 'Messages that came to a state.',
      labelNames: ['kind', 'state', 'channel'],
      registers: [registry],
    });
    this.replies = new Counter({
      name: 'pulang_message_replies_total',
      help: 'Answers to messages, by what they mean.',
      labelNames: ['reply'],
      registers: [registry],
    });
  }

  count(kind: string, state: MessageState, channel: string): void {
    this.messages.inc({ kind, state, channel });
  }

  async suppressed(
    tx: EntityManager,
    postId: string,
    messages: readonly (About & { reason: string })[],
  ): Promise<void> {
    if (messages.length === 0) return;
    await this.write(tx, postId, 'message.suppressed', messages, ({ reason }) => ({ reason }));
    for (const { kind } of messages) this.count(kind, 'suppressed', 'none');
  }

  /** An address was used: a read of personal data. */
  handedOver(
    tx: EntityManager,
    postId: string,
    message: About & { channel: string },
    state: MessageState,
  ): Promise<void> {
    return this.write(tx, postId, 'message.handed-over', [message], ({ channel }) => ({ channel, state }));
  }

  private write<T extends About>(
    tx: EntityManager,
    postId: string,
    action: string,
    messages: readonly T[],
    detail: (message: T) => Record<string, unknown>,
  ): Promise<void> {
    const events = messages.map((message) => ({
      action,
      subject: { kind: 'recipient', id: message.recipientId },
      postId,
      detail: { message: message.id, kind: message.kind, ...detail(message) },
    }));
    return this.audit.record(tx, systemCaller(postId, newId()), ...events);
  }
}
