import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import { DEFAULT_SERVICE } from './default-service.js';
import { SlotFilling } from './slot-filling.service.js';
import type { SlotPage, SlotQuery } from './slots.dto.js';
import { SLOTS_SQL } from './slots.sql.js';

interface SlotRow {
  id: string;
  service: string;
  starts_at: Date;
  ends_at: Date;
  cursor_at: string;
  seats: number;
  free: number;
}

/** The slots to come, each with its seats and how many of them nobody has. */
@Injectable()
export class SlotReader {
  constructor(
    private readonly database: Database,
    private readonly filling: SlotFilling,
  ) {}

  /** Plans the slots first where none is there yet, so that a new post can be looked at at once. */
  list(caller: Caller, query: SlotQuery): Promise<SlotPage> {
    const page = keyset(query, ['timestamptz', 'uuid']);
    const service = query.service ?? DEFAULT_SERVICE;
    return this.database.transaction(caller.posts, async (tx) => {
      const read = () =>
        tx.query<SlotRow[]>(SLOTS_SQL, [service, query.from ?? null, ...page.after, page.limit + 1]);
      let rows = await read();
      if (rows.length === 0 && query.after === undefined) {
        await this.fill(tx, caller, service);
        rows = await read();
      }
      return page.of(
        rows,
        ({ cursor_at, id }) => [cursor_at, id],
        ({ starts_at, ends_at, cursor_at: _, ...rest }) => ({
          ...rest,
          startsAt: starts_at.toISOString(),
          endsAt: ends_at.toISOString(),
        }),
      );
    });
  }

  private async fill(tx: EntityManager, { posts }: Caller, service: string): Promise<void> {
    for (const postId of posts) await this.filling.fill(tx, postId, service);
  }
}
