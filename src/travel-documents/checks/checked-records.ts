import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { PostsService } from '../../posts/posts.service.js';
import { DocumentReader } from '../documents/document-reader.js';
import { DocumentSeries } from '../documents/document-series.entity.js';
import { TravelDocument } from '../documents/travel-document.entity.js';
import { isDocumentNumber } from '../issuance/document-series.js';
import type { CheckVerdict, DocumentRecord } from './check-verdict.js';

interface FoundRecord extends DocumentRecord {
  id: string;
  postId: string;
}

/** The issuer's record of a document by its number, whichever post issued it: the prefix tells. */
@Injectable()
export class CheckedRecords {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly documents: DocumentReader,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** @returns undefined where no post issued it, or its holder's data have been erased */
  async find(number: string): Promise<FoundRecord | undefined> {
    if (!isDocumentNumber(number)) return undefined;
    const series = await this.database.dataSource.manager.findOneBy(DocumentSeries, {
      prefix: number.slice(0, 2),
    });
    if (!series) return undefined;
    const { postId } = series;
    const { timeZone } = await this.posts.byId(postId);
    return this.database.transaction([postId], async (tx) => {
      const document = await tx.findOneBy(TravelDocument, { number });
      if (!document) return undefined;
      const { id, status, validUntil } = document;
      try {
        const { content } = await this.documents.open(tx, document);
        const today = calendarDay(this.clock.now(), timeZone);
        return { id, postId, number, status, validUntil, lines: content.lines.join(''), today };
      } catch (error) {
        if (error instanceof Problem && error.code === 'erased') return undefined;
        throw error;
      }
    });
  }

  /** Puts a check on record: how often a document is asked for tells of copies. */
  note(caller: Caller, { id, postId }: FoundRecord, verdict: CheckVerdict): Promise<void> {
    return this.database.transaction([postId], (tx) =>
      this.audit.record(tx, caller, {
        action: 'document.checked',
        subject: { kind: 'travel-document', id },
        postId,
        detail: { verdict },
      }),
    );
  }
}
