import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { PostSettings } from '../../posts/post-settings.js';
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
    private readonly settings: PostSettings,
    private readonly audit: AuditLog,
  ) {}

  read(caller: Caller): Promise<DocumentSettingsResponse> {
    return this.database.transaction(caller.posts, (tx) => this.describe(tx, onlyPost(caller)));
  }

  /** Holds for applications from now on. */
  setFee(caller: Caller, { fee, currency }: DocumentFeeRequest): Promise<DocumentSettingsResponse> {
    const postId = onlyPost(caller);
    return this.database.transaction(caller.posts, async (tx) => {
      await this.settings.setDocumentFee(tx, postId, { fee, currency });
      await this.audit.record(tx, caller, {
        action: 'document.fee-set',
        subject: { kind: 'post', id: postId },
        postId,
        detail: { fee, currency },
      });
      return this.describe(tx, postId);
    });
  }

  private async describe(tx: EntityManager, postId: string): Promise<DocumentSettingsResponse> {
    const [settings] = await tx.query<[DocumentSettingsResponse]>(SETTINGS_SQL, [postId]);
    return settings;
  }
}
