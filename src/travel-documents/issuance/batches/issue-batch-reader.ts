import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Ties } from '../../../identity/assignment/ties.service.js';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import type { Caller } from '../../../platform/auth/caller.js';
import { Database } from '../../../platform/database/database.js';
import { together } from '../../../platform/database/together.js';
import { keyset, type PageQuery } from '../../../platform/http/keyset.js';
import { notFound, Problem } from '../../../platform/problems/problem.js';
import { DocumentReader, type PrintableDocument } from '../../documents/document-reader.js';
import { isOut } from '../../documents/good-documents.js';
import { TravelDocument } from '../../documents/travel-document.entity.js';
import { IssueBatch } from './issue-batch.entity.js';
import type {
  IssueBatchItemPage,
  IssueBatchItemQuery,
  IssueBatchItemResponse,
  IssueBatchPage,
  IssueBatchResponse,
} from './issue-batches.dto.js';
import { toIssueBatchResponse } from './issue-batches.sql.js';

/** Documents of a batch that are opened together: more, and others wait meanwhile. */
const AT_ONCE = 10;

/** A document of a batch that is still good. */
type Good = Pick<TravelDocument, 'id' | 'registrationId' | 'postId' | 'status'>;

/** How far batches are, and what of them is to be printed. */
@Injectable()
export class IssueBatchReader {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentReader,
    private readonly ties: Ties,
    private readonly audit: AuditLog,
  ) {}

  /** The latest first. */
  list(caller: Caller, query: PageQuery): Promise<IssueBatchPage> {
    const page = keyset(query, ['timestamptz', 'uuid']);
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await tx.query<{ id: string; at: string }[]>(
        `SELECT id, started_at::text AS at FROM issue_batch
         WHERE $1::timestamptz IS NULL OR (started_at, id) < ($1, $2::uuid)
         ORDER BY started_at DESC, id DESC LIMIT $3`,
        [...page.after, page.limit + 1],
      );
      const found = await tx.findBy(IssueBatch, { id: In(rows.map(({ id }) => id)) });
      const byId = new Map(found.map((batch) => [batch.id, batch]));
      return page.of(
        rows,
        ({ at, id }) => [at, id],
        ({ id }) => toIssueBatchResponse(byId.get(id)!),
      );
    });
  }

  /** How many are approved and in no batch. */
  waiting(caller: Caller): Promise<number> {
    return this.database.transaction(caller.posts, async (tx) => {
      const [{ waiting }] = await tx.query<[{ waiting: number }]>(
        `SELECT count(*)::int AS waiting FROM document_application a WHERE a.status = 'approved' AND NOT EXISTS (
           SELECT FROM issue_batch_item i WHERE i.application_id = a.id AND i.state = 'waiting')`,
      );
      return waiting;
    });
  }

  /** @throws Problem `not-found` */
  read(caller: Caller, id: string): Promise<IssueBatchResponse> {
    return this.database.transaction(caller.posts, async (tx) => toIssueBatchResponse(await found(tx, id)));
  }

  /** In the order in which they are issued. On record as a read. @throws Problem `not-found` */
  items(caller: Caller, id: string, { state, ...query }: IssueBatchItemQuery): Promise<IssueBatchItemPage> {
    const page = keyset(query, ['integer']);
    return this.database.transaction(caller.posts, async (tx) => {
      const { postId } = await found(tx, id);
      const rows = await tx.query<(IssueBatchItemResponse & { place: number })[]>(
        `SELECT i.place, i.application_id AS "applicationId", a.registration_id AS "registrationId", r.reference,
           i.state, i.document_id AS "documentId", d.number, i.failure
         FROM issue_batch_item i JOIN document_application a ON a.id = i.application_id
         JOIN registration r ON r.id = a.registration_id LEFT JOIN travel_document d ON d.id = i.document_id
         WHERE i.batch_id = $1 AND ($2::text IS NULL OR i.state = $2) AND ($3::integer IS NULL OR i.place > $3)
         ORDER BY i.place LIMIT $4`,
        [id, state ?? null, ...page.after, page.limit + 1],
      );
      await this.audit.record(tx, caller, {
        action: 'document.batch-read',
        subject: { kind: 'issue-batch', id },
        postId,
        detail: { registrations: rows.slice(0, page.limit).map(({ registrationId }) => registrationId) },
      });
      return page.of(
        rows,
        ({ place }) => [place],
        ({ place: _, ...item }) => item,
      );
    });
  }

  /**
   * Every document of a batch that is still good, in order. Each is on record as printed.
   * @throws Problem `not-found`, 409: `not-in-this-state` (still running, or none of it is good), `tied-to-person` (to one of them: a colleague prints it),
   * 429: `too-many-documents`, `too-many-cases`
   */
  async printable(caller: Caller, id: string): Promise<{ finishedAt: Date; documents: PrintableDocument[] }> {
    let rows: Good[] = [];
    const opened = this.database.transaction(caller.posts, async (tx) => {
      const { finishedAt } = await found(tx, id);
      rows = await tx.query<Good[]>(
        `SELECT d.id, d.registration_id AS "registrationId", d.post_id AS "postId", d.status FROM issue_batch_item i JOIN travel_document d ON d.id = i.document_id
         WHERE i.batch_id = $1 AND ${isOut('d')} ORDER BY i.place`,
        [id],
      );
      if (finishedAt === null || rows.length === 0) throw new Problem('conflict', 'not-in-this-state');
      await this.ties.requireNone(tx, caller, ...rows.map(({ registrationId }) => registrationId));
      await this.documents.countPrinted(tx, caller, rows);
      const documents: PrintableDocument[] = [];
      for (let at = 0; at < rows.length; at += AT_ONCE)
        documents.push(...(await this.opened(tx, caller, id, rows.slice(at, at + AT_ONCE))));
      return { finishedAt, documents };
    });
    try {
      return await opened;
    } catch (error) {
      if (error instanceof Problem && error.kind === 'too-many')
        await this.recordRefused(caller, id, rows, error.code);
      throw error;
    }
  }

  /** In a transaction of its own: that of whoever is refused leaves nothing, and a whole batch passes over the limit without reaching it. */
  private recordRefused(caller: Caller, id: string, rows: readonly Good[], code: string): Promise<void> {
    return this.database.transaction(caller.posts, (tx) =>
      this.audit.record(tx, caller, {
        action: 'document.batch-refused',
        subject: { kind: 'issue-batch', id },
        postId: rows[0]!.postId,
        detail: { code, documents: rows.length },
      }),
    );
  }

  private async opened(
    tx: EntityManager,
    caller: Caller,
    batchId: string,
    rows: readonly { id: string }[],
  ): Promise<PrintableDocument[]> {
    const kept = await tx.findBy(TravelDocument, { id: In(rows.map(({ id }) => id)) });
    const byId = new Map(kept.map((document) => [document.id, document]));
    const documents = rows.map(({ id }) => byId.get(id)!);
    const events = documents.map(({ id, postId }) => ({
      action: 'document.printed',
      subject: { kind: 'travel-document', id },
      postId,
      detail: { batchId },
    }));
    const [opened] = await together(
      this.documents.openAll(tx, documents),
      this.audit.record(tx, caller, ...events),
    );
    return opened;
  }
}

async function found(tx: EntityManager, id: string): Promise<IssueBatch> {
  const batch = await tx.findOneBy(IssueBatch, { id });
  if (!batch) throw notFound();
  return batch;
}
