import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { PostsService } from '../../posts/posts.service.js';
import type { DocumentFeeRequest, DocumentSettingsResponse } from './settings.dto.js';

const SETTINGS_SQL = `
  SELECT p.document_fee::float AS fee, p.document_fee_currency AS currency, s.prefix,
    CASE WHEN s.last_number > 0 THEN s.prefix || lpad(s.last_number::text, 7, '0') END AS "lastNumber",
    p.blanks_required AS "blanksRequired",
    (SELECT count(*)::int FROM blank b WHERE b.post_id = p.id AND b.status = 'in-stock') AS "blanksInStock"
  FROM post p LEFT JOIN document_series s ON s.post_id = p.id WHERE p.id = $1`;

/** What a post asks for a document, and how its numbers and sheets stand. */
@Injectable()
export class DocumentSettings {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly audit: AuditLog,
  ) {}

  read(caller: Caller): Promise<DocumentSettingsResponse> {
    return this.database.transaction(caller.posts, (tx) => this.describe(tx, onlyPost(caller)));
  }

  /** Holds for applications from now on; in other processes of the service from half a minute on. */
  async setFee(caller: Caller, { fee, currency }: DocumentFeeRequest): Promise<DocumentSettingsResponse> {
    const postId = onlyPost(caller);
    const settings = await this.database.transaction(caller.posts, async (tx) => {
      await tx.query('UPDATE post SET document_fee = $2, document_fee_currency = $3 WHERE id = $1', [
        postId,
        fee,
        currency,
      ]);
      await this.audit.record(tx, caller, {
        action: 'document.fee-set',
        subject: { kind: 'post', id: postId },
        postId,
        detail: { fee, currency },
      });
      return this.describe(tx, postId);
    });
    this.posts.forget();
    return settings;
  }

  private async describe(tx: EntityManager, postId: string): Promise<DocumentSettingsResponse> {
    const [settings] = await tx.query<[DocumentSettingsResponse]>(SETTINGS_SQL, [postId]);
    return settings;
  }
}
