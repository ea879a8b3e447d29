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
import { PostSettings } from '../../posts/post-settings.js';
import type { BatchCountRequest, BatchList, BatchRequest, BatchResponse } from './blanks.dto.js';
import { BATCH_COLUMNS, type BatchRow, FILL_STOCK, OVERLAPPING, toBatchResponse } from './batches.sql.js';
import { blankSerial } from './blank-serial.js';

const MOST_IN_A_BATCH = 10_000;

/** Blanks come in batches: one person takes them in, another counts them, and only then can they be used. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly settings: PostSettings,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `blanks-known` (409: some of them came before), `invalid-input` (422: no such range) */
  receive(caller: Caller, request: BatchRequest, idempotent: IdempotentRequest): Promise<BatchResponse> {
    const { series, first, last } = request;
    if (last < first || last - first >= MOST_IN_A_BATCH)
      throw invalid({ pointer: '/last', code: last < first ? 'before-the-first' : 'too-many-blanks' });
    const postId = onlyPost(caller);
    return this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
      const known = await tx.query<unknown[]>(OVERLAPPING, [series, first, last]);
      if (known.length > 0) throw new Problem('conflict', 'blanks-known');
      const id = newId();
      await tx.query(
        `INSERT INTO blank_batch (id, post_id, series, first_number, last_number, received_by)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, postId, series, first, last, caller.id],
      );
      await this.audit.record(tx, caller, {
        action: 'blank-batch.received',
        subject: { kind: 'blank-batch', id },
        postId,
        detail: { blanks: last - first + 1 },
      });
      return toBatchResponse(await this.find(tx, id));
    });
  }

  /**
   * What is there goes into stock; what is not is put down as stolen.
   * @throws Problem `not-found`, `stale` (412), `same-person` (403), `not-in-this-state`, `blanks-known` (409),
   * `invalid-input` (422: what was counted and what is missing are not the batch)
   */
  async count(
    caller: Caller,
    id: string,
    version: number,
    request: BatchCountRequest,
  ): Promise<BatchResponse> {
    return this.database
      .transaction(caller.posts, (tx) => this.countIn(tx, caller, id, version, request))
      .catch(refusedBy({ blank_pk: 'blanks-known' }));
  }

  /** The latest fifty. */
  list(caller: Caller): Promise<BatchList> {
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<BatchRow[]>(
        `SELECT ${BATCH_COLUMNS} FROM blank_batch ORDER BY received_at DESC, id DESC LIMIT 50`,
      );
      return { items: rows.map(toBatchResponse) };
    });
  }

  private async countIn(
    tx: EntityManager,
    caller: Caller,
    id: string,
    version: number,
    { counted, missing }: BatchCountRequest,
  ): Promise<BatchResponse> {
    const batch = await this.find(tx, id, 'FOR UPDATE');
    requireVersion(batch.version, version);
    if (batch.countedBy !== null) throw new Problem('conflict', 'not-in-this-state');
    if (batch.receivedBy === caller.id) throw new Problem('forbidden', 'same-person');
    const [first, last] = [blankSerial(batch.series, batch.first), blankSerial(batch.series, batch.last)];
    if (missing.some((serial) => serial < first || serial > last))
      throw invalid({ pointer: '/missing', code: 'not-of-this-batch' });
    if (counted + missing.length !== batch.last - batch.first + 1)
      throw invalid({ pointer: '/counted', code: 'count-differs' });
    await tx.query(FILL_STOCK, [id, batch.postId, batch.series, batch.first, batch.last, missing, caller.id]);
    await tx.query(
      'UPDATE blank_batch SET counted_by = $2, counted_at = now(), missing = $3, version = version + 1 WHERE id = $1',
      [id, caller.id, missing.length],
    );
    await this.settings.requireBlanks(tx, batch.postId);
    await this.audit.record(tx, caller, {
      action: 'blank-batch.counted',
      subject: { kind: 'blank-batch', id },
      postId: batch.postId,
      detail: {
        counted,
        missing: missing.length,
      },
    });
    return toBatchResponse(await this.find(tx, id));
  }

  private find(tx: EntityManager, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<BatchRow> {
    return oneRow(tx, `SELECT ${BATCH_COLUMNS} FROM blank_batch WHERE id = $1 ${lock}`, [id]);
  }
}
