import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost, systemCaller } from '../../platform/auth/caller.js';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { invalid } from '../../platform/problems/problem.js';
import { PostRounds } from '../../posts/post-rounds.js';
import { PostsService } from '../../posts/posts.service.js';
import type { ExportedNumber, ExportResponse } from './exports.dto.js';
import { DAYS_TO_FREEZE, NUMBERS_OF_DAY } from './exports.sql.js';

/** Numbers for the national bureau, a day at a time. A day that is over is frozen: asked again, the answer is the same. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly rounds: PostRounds,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** On record. @throws Problem `invalid-input` (422: a day that has not come) */
  async read(caller: Caller, day: string): Promise<ExportResponse> {
    const post = await this.posts.byId(onlyPost(caller));
    if (day > calendarDay(this.clock.now(), post.timeZone))
      throw invalid({ pointer: '/day', code: 'in-the-future' });
    return this.database.transaction(caller.posts, async (tx) => {
      const [frozen] = await tx.query<{ rows: ExportedNumber[]; frozenAt: Date }[]>(
        'SELECT rows, frozen_at AS "frozenAt" FROM document_export WHERE post_id = $1 AND day = $2',
        [post.id, day],
      );
      const items = frozen?.rows ?? (await tx.query<ExportedNumber[]>(NUMBERS_OF_DAY, [post.id, day]));
      await this.record(tx, caller, 'document-export.read', post.id, day, items.length);
      return { post: post.code, day, frozenAt: frozen?.frozenAt.toISOString() ?? null, items };
    });
  }

  /** Freezes every day that is over, at every post. Safe to repeat. */
  freeze(): Promise<void> {
    return this.rounds.atEach(async (tx, postId) => {
      const days = await tx.query<{ day: string }[]>(DAYS_TO_FREEZE, [postId]);
      for (const { day } of days) await this.freezeDay(tx, postId, day);
    });
  }

  private async freezeDay(tx: EntityManager, postId: string, day: string): Promise<void> {
    const rows = await tx.query<ExportedNumber[]>(NUMBERS_OF_DAY, [postId, day]);
    const written = await tx.query<unknown[]>(
      'INSERT INTO document_export (post_id, day, rows) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
      [postId, day, JSON.stringify(rows)],
    );
    if (written.length > 0)
      await this.record(
        tx,
        systemCaller(postId, newId()),
        'document-export.frozen',
        postId,
        day,
        rows.length,
      );
  }

  private record(
    tx: EntityManager,
    caller: Caller,
    action: string,
    postId: string,
    day: string,
    numbers: number,
  ) {
    const subject = { kind: 'document-export', id: null };
    return this.audit.record(tx, caller, { action, subject, postId, detail: { day, numbers } });
  }
}
