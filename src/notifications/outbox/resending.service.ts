import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Topics } from '../../platform/jobs/topics.js';
import { Problem } from '../../platform/problems/problem.js';
import { KIND_RULES } from '../message-kinds.js';
import { DEAD } from '../message-status.js';
import { MESSAGES_QUEUED } from '../messages.topics.js';
import { type MessageRow, toMessageResponse } from './message-response.js';
import type { MessageResponse } from './outbox.dto.js';
import { ONE_SQL, RESEND_SQL } from './outbox.sql.js';

/** What a supervisor does about messages that failed. */
@Injectable()
export class Resending {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Sends a dead letter again: on purpose, so even one that may have arrived. It may go for as long as its kind is useful.
   * @throws Problem `not-found`, `stale` (412), `not-dead` (409)
   */
  resend(caller: Caller, messageId: string, version: number): Promise<MessageResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const row = await oneRow<MessageRow & { postId: string }>(tx, ONE_SQL, [messageId]);
      requireVersion(row.version, version);
      if (!DEAD.includes(row.state)) throw new Problem('conflict', 'not-dead');
      const [again] = await tx.query<[MessageRow[], number]>(RESEND_SQL, [
        messageId,
        KIND_RULES[row.kind].usefulMinutes,
      ]);
      await this.audit.record(tx, caller, {
        action: 'message.resent',
        subject: { kind: 'recipient', id: row.recipientId },
        postId: row.postId,
        detail: { message: messageId, kind: row.kind, was: row.state, reason: row.reason },
      });
      await this.topics.publish(tx, MESSAGES_QUEUED, { postId: row.postId, requestId: caller.requestId });
      return toMessageResponse(again[0]!);
    });
  }
}
