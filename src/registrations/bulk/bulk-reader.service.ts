import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { keyset, type PageQuery } from '../../platform/http/keyset.js';
import { Translator, type MessageParams } from '../../platform/i18n/translator.js';
import { isMaker, seenIntake } from './bulk-access.js';
import { BulkIntake } from './bulk-intake.entity.js';
import type {
  BulkFaultPage,
  BulkIntakePage,
  BulkIntakeResponse,
  BulkRowPage,
  BulkRowsQuery,
} from './bulk-intakes.dto.js';
import { bulkKey } from './bulk-key.js';
import { bulkResponse } from './bulk-response.js';
import { type KeptRow, masked, rowResponse } from './row-response.js';
import type { Column } from './rows/columns.js';

interface KeptFault {
  number: number;
  place: number;
  severity: 'fault' | 'warning';
  code: string;
  column: Column;
  params: Buffer | null;
}

/** Shows how far lists have come, and what stands in them. */
@Injectable()
export class BulkReader {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditLog,
    private readonly translator: Translator,
  ) {}

  /** The latest first; a program sees its own. */
  list(caller: Caller, query: PageQuery): Promise<BulkIntakePage> {
    const page = keyset(query, ['timestamptz', 'uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<{ id: string; at: string }[]>(
        `SELECT id, created_at::text AS at FROM bulk_intake
         WHERE ($1::uuid IS NULL OR maker_id = $1) AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $4`,
        [caller.role === 'client' ? caller.id : null, ...page.after, page.limit + 1],
      );
      const lists = await tx.findBy(
        BulkIntake,
        rows.map(({ id }) => ({ id })),
      );
      const byId = new Map(lists.map((list) => [list.id, list]));
      return page.of(
        rows,
        ({ at, id }) => [at, id],
        ({ id }) => bulkResponse(this.keyring, byId.get(id)!),
      );
    });
  }

  /** @throws Problem `not-found` */
  read(caller: Caller, id: string): Promise<BulkIntakeResponse> {
    return this.database.transaction(caller.posts, async (tx) =>
      bulkResponse(this.keyring, await seenIntake(tx, caller, id)),
    );
  }

  /** What is wrong, row by row, in the caller's language. @throws Problem `not-found` */
  faults(caller: Caller, id: string, query: PageQuery): Promise<BulkFaultPage> {
    const page = keyset(query, ['integer', 'smallint']);
    return this.database.transaction(caller.posts, async (tx) => {
      const intake = await seenIntake(tx, caller, id);
      const rows = await tx.query<KeptFault[]>(
        `SELECT number, place, severity, column_name AS "column", code, params_sealed AS params FROM bulk_intake_fault
         WHERE bulk_intake_id = $1 AND ($2::int IS NULL OR (number, place) > ($2, $3::smallint))
         ORDER BY number, place LIMIT $4`,
        [id, ...page.after, page.limit + 1],
      );
      return page.of(
        rows,
        ({ number, place }) => [number, place],
        (fault) => this.faultResponse(caller, intake, fault),
      );
    });
  }

  /** Who stands in the list, in clear for whoever sent it. On record as a read of personal data. @throws Problem `not-found` */
  rows(caller: Caller, id: string, { state, ...query }: BulkRowsQuery): Promise<BulkRowPage> {
    const page = keyset(query, ['integer']);
    return this.database.transaction(caller.posts, async (tx) => {
      const intake = await seenIntake(tx, caller, id);
      const rows = await tx.query<KeptRow[]>(
        `SELECT number, state, content_sealed AS content, receipt_sealed AS receipt FROM bulk_intake_row
         WHERE bulk_intake_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::int IS NULL OR number > $3)
         ORDER BY number LIMIT $4`,
        [id, state ?? null, ...page.after, page.limit + 1],
      );
      await this.audit.record(tx, caller, {
        action: 'bulk-intake.rows-read',
        subject: { kind: 'bulk-intake', id },
        postId: intake.postId,
        detail: { rows: Math.min(rows.length, page.limit) },
      });
      const key = intake.wrappedKey ? bulkKey(this.keyring, intake) : undefined;
      return page.of(
        rows,
        ({ number }) => [number],
        (row) => (isMaker(caller, intake) ? rowResponse(key, row) : masked(rowResponse(key, row))),
      );
    });
  }

  private faultResponse({ locale }: Caller, intake: BulkIntake, fault: KeptFault) {
    const { number, severity, column, code } = fault;
    const params =
      fault.params && bulkKey(this.keyring, intake).open<MessageParams>(`fault ${number}`, fault.params);
    // a cell of a table is not a question that somebody was asked
    const inRow = `field.${code}.row`;
    const key = this.translator.has(inRow) ? inRow : `field.${code}`;
    const detail = this.translator.translate(locale, key, params ?? {});
    return { row: number, column, severity, code, detail };
  }
}
