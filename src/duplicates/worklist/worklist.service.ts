import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import type { WorklistRow } from '../pairs/pair-response.js';
import { PairsService } from '../pairs/pairs.service.js';
import { PAIRS_SQL, WAITING_PAIRS_SQL } from '../pairs/pairs.sql.js';
import { toGroupResponse } from './group-response.js';
import type { WorklistPage, WorklistQuery } from './worklist.dto.js';
import { inOrder, type WaitingPair, type WorklistItem, worklistItems } from './worklist-items.js';

const OPEN_SQL =
  "SELECT count(*)::integer AS records FROM registration WHERE status IN ('received', 'active')";

/** What waits for somebody who decides: the reports of one person together. Nothing of who they are. */
@Injectable()
export class Worklist {
  constructor(
    private readonly database: Database,
    private readonly pairs: PairsService,
  ) {}

  /** The surest first. On record as a read. */
  read(caller: Caller, query: WorklistQuery): Promise<WorklistPage> {
    const page = keyset(query, ['integer', 'uuid']);
    const [weight, id] = page.after;
    return this.database.transaction(caller.posts, async (tx) => {
      const parts = await this.items(tx);
      const items = parts[query.part ?? 'now'].filter(
        ([first]) => !weight || !id || inOrder({ weight: Number(weight), id }, first!) < 0,
      );
      const shown = items.slice(0, page.limit + 1);
      const rows = await this.rows(tx, shown);
      await this.pairs.listed(tx, caller, shown.slice(0, page.limit).flat());
      return {
        ...page.of(
          shown,
          ([first]) => [first!.weight, first!.id],
          (item) => toGroupResponse(item.map((pair) => rows.get(pair.id)!)),
        ),
        now: parts.now.length,
        later: parts.later.length,
      };
    });
  }

  private async items(tx: EntityManager) {
    const pairs = await tx.query<WaitingPair[]>(WAITING_PAIRS_SQL);
    const [row] = await tx.query<{ records: number }[]>(OPEN_SQL);
    return worklistItems(pairs, row!.records);
  }

  private async rows(tx: EntityManager, items: readonly WorklistItem[]): Promise<Map<string, WorklistRow>> {
    const rows = await tx.query<WorklistRow[]>(PAIRS_SQL, [items.flat().map(({ id }) => id)]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
