import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { keyset } from '../../platform/http/keyset.js';
import { Topics } from '../../platform/jobs/topics.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import { KIND_RULES } from '../message-kinds.js';
import { DEAD, type MessageState } from '../message-status.js';
import { MESSAGES_QUEUED } from '../messages.topics.js';
import { type MessageRow, toMessageResponse } from './message-response.js';
import type { MessageFigures, MessagePage, MessageResponse, MessagesQuery } from './outbox.dto.js';
import { DEAD_SQL, FIGURES_SQL, LIST_SQL, ONE_SQL, RESEND_SQL } from './outbox.sql.js';

/** The messages of the caller's post, and what a supervisor does about those that failed. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly posts: PostsService,
    private readonly topics: Topics,
    private readonly audit: AuditLog,
  ) {}

  list(caller: Caller, query: MessagesQuery): Promise<MessagePage> {
    const page = keyset(query, ['timestamptz', 'uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<MessageRow[]>(LIST_SQL, [
        query.state ?? null,
        ...page.after,
        page.limit + 1,
      ]);
      return page.of(rows, ({ cursor_at, id }) => [cursor_at, id], toMessageResponse);
    });
  }

  /** Dead letters, those that wait longest first. */
  dead(caller: Caller, most: number): Promise<MessageResponse[]> {
    return this.database.transaction(caller.posts, async (tx) =>
      (await tx.query<MessageRow[]>(DEAD_SQL, [most])).map(toMessageResponse),
    );
  }

  async figures(caller: Caller): Promise<MessageFigures> {
    const { id, timeZone } = await this.posts.byId(onlyPost(caller));
    const rows = await this.database.transaction([id], (tx) =>
      tx.query<{ state: MessageState; messages: number; ever: number; cost: number }[]>(FIGURES_SQL, [
        id,
        timeZone,
      ]),
    );
    const cost = rows.reduce((sum, row) => sum + row.cost, 0);
    return {
      timeZone,
      asOf: this.clock.now().toISOString(),
      today: rows.filter(({ messages }) => messages > 0).map(({ state, messages }) => ({ state, messages })),
      dead: rows.filter(({ state }) => DEAD.includes(state)).reduce((sum, { ever }) => sum + ever, 0),
      costToday: Math.round(cost * 100) / 100,
      currency: this.environment.SMS_CURRENCY,
    };
  }

  /**
   * Sends a dead letter again: on purpose, so even one that may have arrived. It may go for as long as its kind is useful.
   * @throws Problem `not-found`, `stale` (412), `not-dead` (409)
   */
  resend(caller: Caller, messageId: string, version: number): Promise<MessageResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const [row] = await tx.query<(MessageRow & { postId: string })[]>(ONE_SQL, [messageId]);
      if (!row) throw notFound();
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
