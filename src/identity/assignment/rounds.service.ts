import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../../registrations/case-log.js';
import type { Registration } from '../../registrations/registration.entity.js';
import type { DecisionReason, Outcome } from '../decision-rules.js';
import { IdentityAssignment } from './identity-assignment.entity.js';
import { IdentityOpinion } from './identity-opinion.entity.js';
import { IdentityRound } from './identity-round.entity.js';
import { Lots } from './lots.service.js';
import { verdictOf, type Verdict } from './round-rules.js';

interface Conclusion {
  outcome: Outcome;
  reasons: readonly DecisionReason[];
}

/** A case that needs two officers, in the caller's transaction. The registration must be locked. */
@Injectable()
export class Rounds {
  constructor(
    private readonly lots: Lots,
    private readonly log: CaseLog,
  ) {}

  async open(tx: EntityManager, registrationId: string): Promise<IdentityRound | null> {
    return tx.findOneBy(IdentityRound, { registrationId, endedAt: IsNull() });
  }

  /** Begins a round with the first officer's conclusion, and draws the second officer. */
  async begin(
    tx: EntityManager,
    caller: Caller,
    { id: registrationId, postId }: Registration,
    conclusion: Conclusion,
  ): Promise<void> {
    const roundId = newId();
    await tx.query(
      `INSERT INTO identity_round (id, post_id, registration_id, number, opened_by)
       SELECT $1, $2, $3, 1 + count(*), $4 FROM identity_round WHERE registration_id = $3`,
      [roundId, postId, registrationId, caller.id],
    );
    await this.write(tx, caller, { roundId, registrationId, postId, seat: 1 }, conclusion);
    await this.lots.draw(tx, caller, { roundId, registrationId, postId, seat: 2 });
  }

  /**
   * Adds the conclusion of the officer on whom the lot fell.
   * @returns what follows from all that are in
   * @throws Problem `not-assigned` (409) for everybody else
   */
  async conclude(
    tx: EntityManager,
    caller: Caller,
    round: IdentityRound,
    conclusion: Conclusion,
  ): Promise<Verdict> {
    const { id: roundId, registrationId, postId } = round;
    const own = await tx.findOneBy(IdentityAssignment, { roundId, officerId: caller.id!, endedAt: IsNull() });
    if (!own) throw new Problem('conflict', 'not-assigned');
    await this.write(tx, caller, { roundId, registrationId, postId, seat: own.seat }, conclusion);
    await this.endAssignments(tx, roundId, 'done');
    const verdict = verdictOf(await tx.findBy(IdentityOpinion, { roundId }));
    if (verdict.kind === 'next')
      await this.lots.draw(tx, caller, { roundId, registrationId, postId, seat: verdict.seat });
    else await this.end(tx, roundId, 'decided');
    return verdict;
  }

  /** Evidence that speaks against somebody puts what was concluded before it out of date. */
  async overtake(tx: EntityManager, roundId: string): Promise<void> {
    await this.endAssignments(tx, roundId, 'overtaken');
    await this.end(tx, roundId, 'overtaken');
  }

  private async write(
    tx: EntityManager,
    caller: Caller,
    at: { roundId: string; registrationId: string; postId: string; seat: number },
    { outcome, reasons }: Conclusion,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identity_opinion (id, post_id, round_id, seat, officer_id, outcome, reasons)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), at.postId, at.roundId, at.seat, caller.id, outcome, reasons],
    );
    await tx.query('UPDATE identity_round SET opinions = opinions + 1 WHERE id = $1', [at.roundId]);
    // not what it is: the log is read by people whom the second officer may know
    await this.log.record(tx, caller, { id: at.registrationId, postId: at.postId }, 'identity.concluded', {
      seat: at.seat,
    });
  }

  private async endAssignments(tx: EntityManager, roundId: string, as: string): Promise<void> {
    await tx.query(
      'UPDATE identity_assignment SET ended_at = clock_timestamp(), ended_as = $2 WHERE round_id = $1 AND ended_at IS NULL',
      [roundId, as],
    );
  }

  private async end(tx: EntityManager, roundId: string, as: string): Promise<void> {
    await tx.query('UPDATE identity_round SET ended_at = clock_timestamp(), ended_as = $2 WHERE id = $1', [
      roundId,
      as,
    ]);
  }
}
