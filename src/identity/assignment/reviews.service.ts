import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { lockCases } from '../../registrations/lock-cases.js';
import { FirstOfficers } from './first-officers.service.js';
import { IdentityDuty } from './identity-duty.entity.js';
import { type EmptySeat, Lots } from './lots.service.js';
import { OWN_SQL } from './lots.sql.js';
import { type OwnReviewsResponse, SEATS } from './reviews.dto.js';

interface OwnRow {
  registration_id: string;
  reference: string;
  seat: 1 | 2 | 3;
  assigned_at: Date;
}

/** The cases on which the lot fell for one officer, and whether it may fall on them at all. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly lots: Lots,
    private readonly firsts: FirstOfficers,
    private readonly audit: AuditLog,
  ) {}

  own(caller: Caller): Promise<OwnReviewsResponse> {
    return this.database.transaction(caller.posts, (tx) => this.describe(tx, caller));
  }

  /** Going away gives back what is assigned; another officer is drawn for each. */
  setAvailable(caller: Caller, available: boolean): Promise<OwnReviewsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const postId = onlyPost(caller);
      await tx.query(
        `INSERT INTO identity_duty (post_id, account_id, available) VALUES ($1, $2, $3)
         ON CONFLICT (post_id, account_id) DO UPDATE SET available = $3, changed_at = now()`,
        [postId, caller.id, available],
      );
      await this.audit.record(tx, caller, {
        action: available ? 'identity.available' : 'identity.away',
        subject: { kind: 'account', id: caller.id },
        postId,
      });
      if (!available) await this.giveBack(tx, caller, 'away');
      return this.describe(tx, caller);
    });
  }

  /** Takes the officer off their open assignments, of one case or of all, and draws others. */
  async giveBack(
    tx: EntityManager,
    caller: Caller,
    endedAs: 'away' | 'tied',
    registrationId?: string,
  ): Promise<void> {
    const held = await tx.query<(Omit<EmptySeat, 'seat'> & { seat: 2 | 3 })[]>(
      `SELECT r.id AS "roundId", r.registration_id AS "registrationId", r.post_id AS "postId", a.seat
       FROM identity_assignment a JOIN identity_round r ON r.id = a.round_id
       WHERE a.officer_id = $1 AND a.ended_at IS NULL AND r.registration_id = coalesce($2, r.registration_id)
       ORDER BY r.registration_id`,
      [caller.id, registrationId ?? null],
    );
    for (const seat of held) {
      await lockCases(tx, [seat.registrationId]);
      const [, ended] = await tx.query<[unknown[], number]>(
        `UPDATE identity_assignment SET ended_at = clock_timestamp(), ended_as = $3
         WHERE round_id = $1 AND officer_id = $2 AND ended_at IS NULL`,
        [seat.roundId, caller.id, endedAs],
      );
      if (ended > 0) await this.lots.draw(tx, caller, seat);
    }
    for (const { id, postId } of await this.firsts.held(tx, caller.id, registrationId)) {
      await lockCases(tx, [id]);
      await this.firsts.pass(tx, caller, { id, postId }, endedAs);
    }
  }

  private async describe(tx: EntityManager, caller: Caller): Promise<OwnReviewsResponse> {
    const duty = await tx.findOneBy(IdentityDuty, { postId: onlyPost(caller), accountId: caller.id! });
    const rows = await tx.query<OwnRow[]>(OWN_SQL, [caller.id]);
    return {
      available: duty?.available ?? true,
      items: rows.map(({ registration_id, reference, seat, assigned_at }) => ({
        registrationId: registration_id,
        reference,
        seat: SEATS[seat - 1]!,
        assignedAt: assigned_at.toISOString(),
      })),
    };
  }
}
