import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { MessageForgetting } from '../../notifications/sending/message-forgetting.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Problem } from '../../platform/problems/problem.js';
import { PostSettings } from '../../posts/post-settings.js';
import { postOf } from '../../staff/post-of.js';
import type {
  RetentionChangeRequest,
  RetentionEffectResponse,
  RetentionPeriodsRequest,
  RetentionResponse,
} from './retention.dto.js';
import { keptFor } from './retention-periods.js';
import { CASES_DUE_SQL, PERIODS_SQL } from './retention.sql.js';

interface Periods {
  caseDays: number;
  messageDays: number;
  version: number;
  changedAt: Date | null;
}

/** How long a post keeps cases and messages: shown, tried out, and changed by whoever saw what the change does. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly settings: PostSettings,
    private readonly messages: MessageForgetting,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem `invalid-input` where it is not said which of several posts */
  read(caller: Caller, named?: string): Promise<RetentionResponse> {
    const postId = postOf(caller, named);
    return this.database.transaction([postId], (tx) => this.describe(tx, postId));
  }

  /** What these periods would do. Nothing is changed. @throws Problem `invalid-input` */
  preview(caller: Caller, wanted: RetentionPeriodsRequest): Promise<RetentionEffectResponse> {
    const postId = postOf(caller, wanted.postId);
    return this.database.transaction([postId], (tx) => this.effect(tx, postId, wanted));
  }

  /**
   * Holds from now on; whoever becomes due by it is erased at night, a day later at the soonest.
   * @throws Problem `invalid-input`, `stale`, `more-becomes-due` (409) where more would be erased than was seen
   */
  change(caller: Caller, version: number, wanted: RetentionChangeRequest): Promise<RetentionResponse> {
    const postId = postOf(caller, wanted.postId);
    const { caseDays, messageDays, casesSeen } = wanted;
    return this.database.transaction([postId], async (tx) => {
      await tx.query('SELECT FROM post WHERE id = $1 FOR NO KEY UPDATE', [postId]);
      const before = await this.periods(tx, postId);
      requireVersion(before.version, version);
      const { casesDueThen, casesDue } = await this.effect(tx, postId, wanted);
      if (casesDueThen - casesDue > casesSeen) throw new Problem('conflict', 'more-becomes-due');
      await this.settings.setRetention(tx, postId, wanted);
      await this.audit.record(tx, caller, {
        action: 'retention.changed',
        subject: { kind: 'post', id: postId },
        postId,
        detail: {
          caseDays,
          messageDays,
          caseDaysBefore: before.caseDays,
          messageDaysBefore: before.messageDays,
          casesBecomeDue: Math.max(0, casesDueThen - casesDue),
        },
      });
      return this.describe(tx, postId);
    });
  }

  private async effect(
    tx: EntityManager,
    postId: string,
    wanted: RetentionPeriodsRequest,
  ): Promise<RetentionEffectResponse> {
    const now = await this.periods(tx, postId);
    const cases = async (days: number) =>
      (await tx.query<[{ cases: number }]>(CASES_DUE_SQL, [postId, days]))[0].cases;
    return {
      casesDue: await cases(now.caseDays),
      casesDueThen: await cases(wanted.caseDays),
      messagesDue: await this.messages.forgettable(tx, postId, now.messageDays),
      messagesDueThen: await this.messages.forgettable(tx, postId, wanted.messageDays),
    };
  }

  private async periods(tx: EntityManager, postId: string): Promise<Periods> {
    return (await tx.query<[Periods]>(PERIODS_SQL, [postId]))[0];
  }

  private async describe(tx: EntityManager, postId: string): Promise<RetentionResponse> {
    const { caseDays, messageDays, version, changedAt } = await this.periods(tx, postId);
    const items = keptFor({ cases: caseDays, messages: messageDays });
    return { postId, items, changedAt: changedAt?.toISOString() ?? null, version };
  }
}
