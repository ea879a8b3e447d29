import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { CaseLog } from '../../registrations/case-log.js';
import { StaffAtWork } from '../../staff/access/staff-at-work.js';
import { drawLot } from './lot.js';
import { DRAWN_BEFORE_SQL, UNTIED_SQL } from './lots.sql.js';

export interface EmptySeat {
  roundId: string;
  registrationId: string;
  postId: string;
  seat: 2 | 3;
}

/**
 * Draws who looks at a case next: a free officer without a tie, for the third seat a free approver, each as likely; one who
 * gathered the evidence only where nobody else is free.
 */
@Injectable()
export class Lots {
  constructor(
    private readonly atWork: StaffAtWork,
    private readonly log: CaseLog,
  ) {}

  /**
   * The registration must be locked. Where nobody is free, the case waits. Who was drawn in a round that came to nothing is
   * drawn again: whoever records something and explains it away would else go on until the lot falls on a friend.
   * @returns whether somebody was drawn
   */
  async draw(
    tx: EntityManager,
    caller: Caller,
    { roundId, registrationId, postId, seat }: EmptySeat,
  ): Promise<boolean> {
    const atWork = await this.atWork.of(tx, postId, seat === 2 ? 'officer' : 'approver');
    const mayBe = await tx.query<{ id: string; gathered: boolean }[]>(UNTIED_SQL, [
      roundId,
      registrationId,
      atWork,
      seat,
    ]);
    const outside = mayBe.filter(({ gathered }) => !gathered);
    const free = outside.length > 0 ? outside : mayBe;
    const [before] = await tx.query<{ id: string }[]>(DRAWN_BEFORE_SQL, [
      registrationId,
      free.map(({ id }) => id),
    ]);
    const drawn = (seat === 2 && before) || drawLot(free);
    if (!drawn) return false;
    await tx.query(
      `INSERT INTO identity_assignment (id, post_id, round_id, seat, officer_id, drawn_from)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [newId(), postId, roundId, seat, drawn.id, free.length],
    );
    await this.log.record(tx, caller, { id: registrationId, postId }, 'identity.officer-drawn', {
      officer: drawn.id,
      seat,
      from: free.length,
    });
    return true;
  }
}
