import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { ownIntake } from './bulk-access.js';
import type { BulkReceiptList } from './bulk-intakes.dto.js';
import { bulkKey, type RowReceipt } from './bulk-key.js';

/** An answer may be lost on a bad network: the same session may ask again for so long. */
const AGAIN = `interval '10 minutes'`;

/** Hands out the codes of those whom a list registered, once, to whoever sent it. */
@Injectable()
export class BulkReceipts {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `not-found`, `not-your-list` (403), 409: `not-in-this-state`, `receipts-taken`, `list-forgotten` */
  take(caller: Caller, id: string): Promise<BulkReceiptList> {
    return this.database.transaction(caller.posts, async (tx) => {
      const intake = await ownIntake(tx, caller, id);
      if (intake.state !== 'done') throw new Problem('conflict', 'not-in-this-state');
      const [, taken] = await tx.query<[unknown, number]>(
        `UPDATE bulk_intake SET receipts_taken_at = coalesce(receipts_taken_at, now()), receipts_session = $2
         WHERE id = $1 AND (receipts_taken_at IS NULL
           OR (receipts_session = $2 AND receipts_taken_at > now() - ${AGAIN}))`,
        [id, caller.sessionId],
      );
      if (taken === 0) throw new Problem('conflict', 'receipts-taken');
      const key = bulkKey(this.keyring, intake);
      const rows = await tx.query<{ number: number; receipt: Buffer }[]>(
        `SELECT number, receipt_sealed AS receipt FROM bulk_intake_row
         WHERE bulk_intake_id = $1 AND receipt_sealed IS NOT NULL ORDER BY number`,
        [id],
      );
      await this.audit.record(tx, caller, {
        action: 'bulk-intake.receipts-taken',
        subject: { kind: 'bulk-intake', id },
        postId: intake.postId,
        detail: { receipts: rows.length },
      });
      const items = rows.map(({ number, receipt }) => {
        const { rowId, ...shown } = key.open<RowReceipt>(`receipt ${number}`, receipt);
        return { row: number, rowId: rowId ?? null, ...shown };
      });
      return { items };
    });
  }
}
