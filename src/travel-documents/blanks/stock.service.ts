import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ties } from '../../identity/assignment/ties.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { type BlankStatus, blankMayBecome } from './blank-status.js';
import { BLANK_COLUMNS, type BlankRow, FIGURES, toBlankResponse } from './blanks.sql.js';
import type {
  BlankList,
  BlankResponse,
  BlankStockResponse,
  SpoilageRequest,
  TheftRequest,
} from './blanks.dto.js';
import { lockStock, nextBlank, useBlank } from './take-blank.js';

/** The register of blanks: what there is, and what becomes of sheets that no document goes out on. */
@Injectable()
export class StockService {
  constructor(
    private readonly database: Database,
    private readonly ties: Ties,
    private readonly audit: AuditLog,
  ) {}

  read(caller: Caller): Promise<BlankStockResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const stock = await oneRow<Omit<BlankStockResponse, 'asOf'> & { asOf: Date }>(tx, FIGURES, [
        onlyPost(caller),
      ]);
      return { ...stock, asOf: stock.asOf.toISOString() };
    });
  }

  /** Sheets that went out of stock otherwise than with a document in somebody's hand, the latest first. */
  spent(caller: Caller): Promise<BlankList> {
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<BlankRow[]>(
        `SELECT ${BLANK_COLUMNS} FROM blank WHERE status IN ('spoiled', 'stolen') ORDER BY changed_at DESC, serial DESC LIMIT 200`,
      );
      return { items: rows.map(toBlankResponse) };
    });
  }

  /**
   * A sheet is spoiled. Where a document was printed on it that waits to be collected, the next sheet takes its place.
   * @throws Problem `invalid-input` (no such sheet), 409: `not-in-this-state` (gone already, or its document was handed
   * out), `no-blanks`, `tied-to-person` (to whoever its document is of)
   */
  spoil(caller: Caller, { serial, reason }: SpoilageRequest): Promise<BlankResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      await requireKnown(tx, [serial], '/serial');
      const { documentId, postId } = await this.find(tx, serial);
      const needsAnother = documentId !== null && (await this.needsAnother(tx, caller, documentId));
      await lockStock(tx, postId);
      // while this waited for its turn, the sheet may have gone out with a document
      if ((await this.find(tx, serial)).documentId !== documentId)
        throw new Problem('conflict', 'not-in-this-state');
      await this.become(tx, caller, serial, 'spoiled', reason);
      if (needsAnother) await this.replace(tx, caller, serial, postId, documentId);
      return toBlankResponse(await this.find(tx, serial));
    });
  }

  /** All or none. @throws Problem `invalid-input` (no such sheet), `not-in-this-state` (409) */
  steal(caller: Caller, { serials }: TheftRequest): Promise<BlankList> {
    return this.database.transaction(caller.posts, async (tx) => {
      await lockStock(tx, onlyPost(caller));
      await requireKnown(tx, serials, '/serials');
      const items: BlankResponse[] = [];
      for (const serial of [...serials].sort()) {
        await this.become(tx, caller, serial, 'stolen', 'stolen');
        items.push(toBlankResponse(await this.find(tx, serial)));
      }
      return { items };
    });
  }

  /** Joins the caller's transaction. @throws Problem `not-found`, `not-in-this-state` (409) */
  async become(
    tx: EntityManager,
    caller: Caller,
    serial: string,
    to: BlankStatus,
    reason: string | null,
  ): Promise<void> {
    const blank = await this.find(tx, serial, 'FOR UPDATE');
    if (!blankMayBecome(blank.status, to)) throw new Problem('conflict', 'not-in-this-state');
    await tx.query(
      `UPDATE blank SET status = $2, reason = coalesce($3, reason), changed_by = $4, changed_at = now() WHERE serial = $1`,
      [serial, to, reason, caller.id],
    );
    await this.audit.record(tx, caller, {
      action: `blank.${to}`,
      subject: { kind: 'blank', id: blank.batchId },
      postId: blank.postId,
      detail: { serial, ...(reason !== null && { reason }) },
    });
  }

  /** Those that are spoiled and still there, in order. Joins the caller's transaction. */
  async spoiledOf(tx: EntityManager, serials: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ serial: string }[]>(
      `SELECT serial FROM blank WHERE serial = ANY ($1) AND status = 'spoiled' ORDER BY serial FOR UPDATE`,
      [serials],
    );
    return rows.map(({ serial }) => serial);
  }

  private async replace(
    tx: EntityManager,
    caller: Caller,
    spoiled: string,
    postId: string,
    documentId: string,
  ): Promise<void> {
    const next = await nextBlank(tx, postId);
    if (next === null) return;
    await useBlank(tx, next, documentId, caller.id);
    await tx.query('UPDATE blank SET replaced_by = $2 WHERE serial = $1', [spoiled, next]);
    await tx.query('UPDATE travel_document SET blank_serial = $2, version = version + 1 WHERE id = $1', [
      documentId,
      next,
    ]);
  }

  /**
   * Whether the document, which is locked by this, needs another sheet: not one that is over and lies here, never handed out
   * or handed in again. A sheet that is in somebody's hand is not spoiled: its document is revoked.
   */
  private async needsAnother(tx: EntityManager, caller: Caller, documentId: string): Promise<boolean> {
    const [found] = await tx.query<{ waits: boolean; isHere: boolean; registrationId: string }[]>(
      `SELECT registration_id AS "registrationId", status = 'issued' AS waits, status <> 'collected' AND (collected_at IS NULL OR handed_in_at IS NOT NULL) AS "isHere"
       FROM travel_document WHERE id = $1 FOR UPDATE`,
      [documentId],
    );
    if (!found?.isHere) throw new Problem('conflict', 'not-in-this-state');
    if (found.waits) await this.ties.requireNone(tx, caller, found.registrationId);
    return found.waits;
  }

  private find(tx: EntityManager, serial: string, lock: '' | 'FOR UPDATE' = ''): Promise<BlankRow> {
    return oneRow(tx, `SELECT ${BLANK_COLUMNS} FROM blank WHERE serial = $1 ${lock}`, [serial]);
  }
}

/** Sheets named in a request must be sheets of this post. @throws Problem `invalid-input` */
async function requireKnown(tx: EntityManager, serials: readonly string[], pointer: string): Promise<void> {
  const found = await tx.query<unknown[]>('SELECT FROM blank WHERE serial = ANY ($1)', [serials]);
  if (found.length < serials.length) throw invalid({ pointer, code: 'blank-not-found' });
}
