import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
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

/** What was looked up under a number of one post's series. */
interface LookedUp {
  postId: string;
  /** None where no document has the number, or its holder's data have been erased. */
  record: (DocumentRecord & { id: string }) | undefined;
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

  /**
   * Where no document has the number, the one before it is opened and put away again: who guesses numbers shall not tell
   * them by how long we look.
   * @returns undefined where no post has such numbers
   */
  async find(number: string): Promise<LookedUp | undefined> {
    if (!isDocumentNumber(number)) return undefined;
    const series = await this.database.dataSource.manager.findOneBy(DocumentSeries, {
      prefix: number.slice(0, 2),
    });
    if (!series) return undefined;
    const { postId } = series;
    const { timeZone } = await this.posts.byId(postId);
    return this.database.transaction([postId], async (tx) => {
      const document = await tx.findOne(TravelDocument, {
        where: { postId, number: LessThanOrEqual(number) },
        order: { number: 'DESC' },
      });
      if (!document) return { postId, record: undefined };
      const { id, status, validUntil } = document;
      try {
        const { content } = await this.documents.open(tx, document);
        const today = calendarDay(this.clock.now(), timeZone);
        const record = { id, number, status, validUntil, lines: content.lines.join(''), today };
        return { postId, record: document.number === number ? record : undefined };
      } catch (error) {
        if (error instanceof Problem && error.code === 'erased') return { postId, record: undefined };
        throw error;
      }
    });
  }

  /** Puts a check on record: how often a document is asked for tells of copies, and how often none is of guesses. */
  note(caller: Caller, { postId, record }: LookedUp, verdict: CheckVerdict): Promise<void> {
    return this.database.transaction([postId], (tx) =>
      this.audit.record(tx, caller, {
        action: 'document.checked',
        subject: { kind: 'travel-document', id: record?.id ?? null },
        postId,
        detail: { verdict },
      }),
    );
  }
}
