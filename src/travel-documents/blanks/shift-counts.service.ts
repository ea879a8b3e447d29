import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { COUNT_COLUMNS, IN_STOCK, type ShiftCountRow, toShiftCountResponse } from './shift-counts.sql.js';
import { lockStock } from './take-blank.js';
import type { ShiftCountList, ShiftCountRequest, ShiftCountResponse } from './two-person.dto.js';

/**
 * Each shift two people count the stock, neither knowing what the other found. Sheets may go out between the two: each
 * count is held against the register of its own moment, and both must find the same difference.
 */
@Injectable()
export class ShiftCountsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  /** The first person's count. @throws Problem `count-open` (409: the second person's is awaited) */
  async begin(
    caller: Caller,
    { counted }: ShiftCountRequest,
    idempotent: IdempotentRequest,
  ): Promise<ShiftCountResponse> {
    const postId = onlyPost(caller);
    return this.idempotency
      .transaction(caller.posts, idempotent, async (tx) => {
        const expected = await this.expected(tx, postId);
        const id = newId();
        await tx.query(
          `INSERT INTO blank_count (id, post_id, first_by, first_counted, first_expected) VALUES ($1, $2, $3, $4, $5)`,
          [id, postId, caller.id, counted, expected],
        );
        await this.audit.record(tx, caller, {
          action: 'blanks.counted-first',
          subject: { kind: 'blank-count', id },
          postId,
          detail: { counted, expected },
        });
        return toShiftCountResponse(await this.find(tx, id));
      })
      .catch(refusedBy({ one_open_count_per_post: 'count-open' }));
  }

  /**
   * The second person's count.
   * @throws Problem `not-found`, `stale` (412), `same-person` (403), `not-in-this-state`, `counts-differ` (409: both
   * count again), `invalid-input` (422: a difference without an explanation)
   */
  confirm(
    caller: Caller,
    id: string,
    version: number,
    { counted, explanation }: ShiftCountRequest,
  ): Promise<ShiftCountResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const seen = await this.find(tx, id);
      const expected = await this.expected(tx, seen.postId);
      const count = await this.find(tx, id, 'FOR UPDATE');
      requireVersion(count.version, version);
      if (count.secondBy !== null) throw new Problem('conflict', 'not-in-this-state');
      if (count.firstBy === caller.id) throw new Problem('forbidden', 'same-person');
      if (counted - expected !== count.firstCounted - count.firstExpected)
        throw new Problem('conflict', 'counts-differ');
      if (counted !== expected && explanation === undefined)
        throw invalid({ pointer: '/explanation', code: 'difference-unexplained' });
      const because = counted === expected ? null : explanation;
      await tx.query(
        `UPDATE blank_count SET second_by = $2, second_at = now(), second_counted = $3, second_expected = $4,
           explanation = $5, version = version + 1 WHERE id = $1`,
        [id, caller.id, counted, expected, because],
      );
      const detail = { counted, expected, ...(because && { explanation: because }) };
      await this.audit.record(tx, caller, {
        action: 'blanks.counted',
        subject: { kind: 'blank-count', id },
        postId: count.postId,
        detail,
      });
      return toShiftCountResponse(await this.find(tx, id));
    });
  }

  /** A count that cannot be confirmed is dropped, and stays in the audit log. @throws Problem `not-found`, `not-in-this-state` */
  drop(caller: Caller, id: string): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { secondBy, postId } = await this.find(tx, id, 'FOR UPDATE');
      if (secondBy !== null) throw new Problem('conflict', 'not-in-this-state');
      await tx.query('DELETE FROM blank_count WHERE id = $1', [id]);
      await this.audit.record(tx, caller, {
        action: 'blanks.count-dropped',
        subject: { kind: 'blank-count', id },
        postId,
      });
    });
  }

  /** The latest twenty. */
  list(caller: Caller): Promise<ShiftCountList> {
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<ShiftCountRow[]>(
        `SELECT ${COUNT_COLUMNS} FROM blank_count ORDER BY first_at DESC, id DESC LIMIT 20`,
      );
      return { items: rows.map(toShiftCountResponse) };
    });
  }

  private async expected(tx: EntityManager, postId: string): Promise<number> {
    await lockStock(tx, postId);
    const [{ expected } = { expected: 0 }] = await tx.query<{ expected: number }[]>(IN_STOCK, [postId]);
    return expected;
  }

  private find(tx: EntityManager, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<ShiftCountRow> {
    return oneRow(tx, `SELECT ${COUNT_COLUMNS} FROM blank_count WHERE id = $1 ${lock}`, [id]);
  }
}
