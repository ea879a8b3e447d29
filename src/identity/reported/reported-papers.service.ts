import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { lockNamed } from '../../platform/database/lock-named.js';
import { newId } from '../../platform/ids.js';
import { PostsService } from '../../posts/posts.service.js';
import { foldDocumentNumber } from '../../registrations/person-index.js';
import { readReportedList } from './read-reported-list.js';
import type { ReportedStatus } from './reported-codes.js';
import type { ReportedListResponse } from './reported.dto.js';
import { ReportedList } from './reported-list.entity.js';
import type { ReportedRow } from './reported-row.js';

const AT_ONCE = 5000;
const WRITE_SQL = `
  INSERT INTO reported_paper (post_id, list_id, number_index, issuer, type, status)
  SELECT $1, $2, * FROM unnest($3::bytea[], $4::text[], $5::text[], $6::text[])`;

/** The national bureau's list of papers that are no longer good. It is read in whole; numbers are kept as blind indexes. */
@Injectable()
export class ReportedPapers {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly posts: PostsService,
    private readonly audit: AuditLog,
  ) {}

  /** Takes the place of the list before. @throws Problem `invalid-input` (422) */
  async import(caller: Caller, bytes: Buffer): Promise<ReportedListResponse> {
    const rows = await readReportedList(bytes);
    return this.database.transaction(caller.posts, async (tx) => {
      const postId = onlyPost(caller);
      // one after the other: the last one read in is the one that counts
      await lockNamed(tx, `reported ${postId}`);
      const id = newId();
      await tx.query('INSERT INTO reported_list (id, post_id, rows, imported_by) VALUES ($1, $2, $3, $4)', [
        id,
        postId,
        rows.length,
        caller.id,
      ]);
      await tx.query('DELETE FROM reported_paper WHERE post_id = $1', [postId]);
      for (let from = 0; from < rows.length; from += AT_ONCE)
        await this.write(tx, postId, id, rows.slice(from, from + AT_ONCE));
      await this.audit.record(tx, caller, {
        action: 'identity.reported-list-read-in',
        subject: { kind: 'reported-list', id },
        postId,
        detail: { rows: rows.length },
      });
      return this.describe(tx, postId);
    });
  }

  latest(caller: Caller): Promise<ReportedListResponse> {
    return this.database.transaction(caller.posts, (tx) => this.describe(tx, onlyPost(caller)));
  }

  /**
   * What the list says of a paper, or nothing. Joins the caller's transaction.
   * @param issuer alpha-3; the sending country where it is not known
   */
  async find(
    tx: EntityManager,
    postId: string,
    issuer: string | undefined,
    number: string,
  ): Promise<ReportedStatus | null> {
    const { sendingCountry } = await this.posts.byId(postId);
    const [found] = await tx.query<{ status: ReportedStatus }[]>(
      'SELECT status FROM reported_paper WHERE post_id = $1 AND number_index = $2 AND issuer = $3',
      [postId, this.index(foldDocumentNumber(number)), issuer ?? sendingCountry],
    );
    return found?.status ?? null;
  }

  private async write(tx: EntityManager, postId: string, id: string, rows: ReportedRow[]): Promise<void> {
    await tx.query(WRITE_SQL, [
      postId,
      id,
      rows.map(({ number }) => this.index(number)),
      rows.map(({ issuer }) => issuer),
      rows.map(({ type }) => type),
      rows.map(({ status }) => status),
    ]);
  }

  private index(number: string): Buffer {
    return this.keyring.blindIndex('reported-paper', number);
  }

  private async describe(tx: EntityManager, postId: string): Promise<ReportedListResponse> {
    const list = await tx.findOne(ReportedList, { where: { postId }, order: { importedAt: 'DESC' } });
    return {
      papers: list?.rows ?? 0,
      importedBy: list?.importedBy ?? null,
      importedAt: list?.importedAt.toISOString() ?? null,
    };
  }
}
