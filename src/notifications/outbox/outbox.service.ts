import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Environment } from '../../platform/config/environment.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import { PostsService } from '../../posts/posts.service.js';
import { DEAD, type MessageState } from '../message-status.js';
import { type MessageRow, toMessageResponse } from './message-response.js';
import type { MessageFigures, MessagePage, MessageResponse, MessagesQuery } from './outbox.dto.js';
import { DEAD_SQL, FIGURES_SQL, LIST_SQL } from './outbox.sql.js';

/** The messages of the caller's post, for supervisors. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly posts: PostsService,
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
}
