import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { keyset } from '../../platform/http/keyset.js';
import { PostChoice } from '../../posts/post-choice.js';
import type { MilestonePage, MilestoneQuery } from './milestones.dto.js';

const REACHED = `
  SELECT registration_id AS "registrationId", at, at::text AS cursor
  FROM journey_milestone
  WHERE post_id = $1 AND milestone = $3
    AND ($4::date IS NULL OR (at AT TIME ZONE $2)::date = $4) AND ($5::date IS NULL OR (at AT TIME ZONE $2)::date <= $5)
    AND ($6::timestamptz IS NULL OR (at, registration_id) > ($6, $7::uuid))
  ORDER BY at, registration_id LIMIT $8`;

/** The people behind a figure: as many as the figure says, because both are read from one view. */
@Injectable()
export class MilestoneList {
  constructor(
    private readonly database: Database,
    private readonly posts: PostChoice,
    private readonly audit: AuditLog,
  ) {}

  /** On record. @throws Problem `invalid-input`, `not-allowed` */
  async list(caller: Caller, query: MilestoneQuery): Promise<MilestonePage> {
    const post = await this.posts.of(caller, query.post);
    const page = keyset(query, ['timestamptz', 'uuid']);
    const { milestone, day, through } = query;
    return this.database.transaction([post.id], async (tx) => {
      const rows = await tx.query<{ registrationId: string; at: Date; cursor: string }[]>(REACHED, [
        post.id,
        post.timeZone,
        milestone,
        day ?? null,
        through ?? null,
        ...page.after,
        page.limit + 1,
      ]);
      await this.audit.record(tx, caller, {
        action: 'report.milestone-listed',
        subject: { kind: 'milestone', id: null },
        postId: post.id,
        detail: { milestone, day, through, people: Math.min(rows.length, page.limit) },
      });
      return page.of(
        rows,
        ({ cursor, registrationId }) => [cursor, registrationId],
        ({ registrationId, at }) => ({ registrationId, at: at.toISOString() }),
      );
    });
  }
}
