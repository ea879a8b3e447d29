import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { PersonKey } from '../../platform/crypto/person-key.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { invalid } from '../../platform/problems/problem.js';
import { PostChoice } from '../../posts/post-choice.js';
import type { Post } from '../../posts/post.entity.js';
import { IntakeRecords } from '../intake/intake-records.js';
import { BulkIntake } from './bulk-intake.entity.js';
import type { BulkIntakeQuery, BulkIntakeResponse } from './bulk-intakes.dto.js';
import type { BulkDetails } from './bulk-key.js';
import { bulkResponse } from './bulk-response.js';
import { insertRows } from './insert-rows.js';
import { markKnown } from './mark-known.js';
import { type Header, readHeader } from './rows/columns.js';
import { type CheckedRow, checkList } from './rows/list-check.js';
import { rowKeys } from './rows/row-keys.js';
import { type Table, textOf } from './table/table.js';

/** Takes a list in and says what would come of it. Nobody is registered by that. */
@Injectable()
export class BulkChecking {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly keyring: Keyring,
    private readonly audit: AuditLog,
    private readonly posts: PostChoice,
    private readonly records: IntakeRecords,
  ) {}

  /** @throws Problem `invalid-input` where it is no list, lacks a column or names one twice; `idempotency-key-reused` */
  async check(
    caller: Caller,
    table: Table,
    { post: code, source }: BulkIntakeQuery,
    idempotent: IdempotentRequest,
  ): Promise<BulkIntakeResponse> {
    const post = await this.posts.of(caller, code);
    const header = readHeader(table.header);
    requireColumns(header, table);
    const context = { post: post.code, today: this.records.today(post), language: caller.locale };
    const scope = caller.role === 'client' ? caller.id! : source && `source ${source.toLowerCase()}`;
    const rows = await checkList(table, header, context, rowKeys(this.keyring, post.id, scope));
    const details: BulkDetails = {
      encoding: table.encoding,
      delimiter: table.delimiter,
      ignoredColumns: header.ignored,
      ignoredSheets: table.ignoredSheets ?? [],
      source: source ?? null,
    };
    return this.idempotency.transaction([post.id], idempotent, (tx) =>
      this.keep(tx, caller, post, table.format, rows, details),
    );
  }

  private async keep(
    tx: EntityManager,
    caller: Caller,
    post: Post,
    format: Table['format'],
    rows: readonly CheckedRow[],
    details: BulkDetails,
  ): Promise<BulkIntakeResponse> {
    await markKnown(tx, post.id, rows);
    const id = newId();
    const key = PersonKey.create(id);
    const counted = (state: CheckedRow['state']) => rows.filter((row) => row.state === state).length;
    await tx.query(
      `INSERT INTO bulk_intake (id, post_id, maker_kind, maker_id, format, wrapped_key, details_sealed,
         rows, valid, faulty, duplicates, warnings)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        post.id,
        caller.role,
        caller.id,
        format,
        key.wrap(this.keyring),
        key.seal('details', details),
        rows.length,
        counted('valid'),
        counted('faulty'),
        counted('duplicate'),
        rows.filter(({ state, warnings }) => state !== 'faulty' && warnings.length > 0).length,
      ],
    );
    await insertRows(tx, { id, postId: post.id, key }, rows);
    await this.audit.record(tx, caller, {
      action: 'bulk-intake.checked',
      subject: { kind: 'bulk-intake', id },
      postId: post.id,
      detail: { format, rows: rows.length, faulty: counted('faulty') },
    });
    return bulkResponse(this.keyring, await tx.findOneByOrFail(BulkIntake, { id }));
  }
}

/** A title above the header is what most often hides it. */
const LOOKED_FOR_HEADER = 20;

function requireColumns({ missing, repeated }: Header, { format, rows }: Table): void {
  if (missing.length === 0 && repeated.length === 0) return;
  const pointer = format === 'json' ? '/rows' : '/file';
  const below = rows
    .slice(0, LOOKED_FOR_HEADER)
    .find(({ cells }) => readHeader(cells.map(textOf)).missing.length === 0);
  if (missing.length > 0 && below && format !== 'json')
    throw invalid({ pointer, code: 'header-not-first', params: { row: below.number } });
  throw invalid(
    ...missing.map((column) => ({ pointer, code: 'column-missing', params: { column } })),
    ...repeated.map((column) => ({ pointer, code: 'column-twice', params: { column } })),
  );
}
