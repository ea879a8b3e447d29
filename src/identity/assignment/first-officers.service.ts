import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../../registrations/case-log.js';
import type { CaseName } from '../../registrations/case-name.js';
import { StaffAtWork } from '../../staff/access/staff-at-work.js';
import { CALLED_SQL, END_LOT_SQL, FREE_SQL, HELD_SQL, WRITE_LOT_SQL } from './first-officers.sql.js';
import { IdentityFirstLot } from './identity-first-lot.entity.js';
import { drawLot } from './lot.js';

/**
 * Who comes to the first conclusion: the officer to whose counter the hall called the person in their turn, or else the one on
 * whom the lot fell. Nobody picks a case, and no person picks their officer. Registrations must be locked.
 */
@Injectable()
export class FirstOfficers {
  constructor(
    private readonly atWork: StaffAtWork,
    private readonly log: CaseLog,
  ) {}

  /**
   * Draws an officer where neither hall nor lot has brought the case to anybody whom it could be taken from. Commit it before
   * {@link require}: whoever could try again until the lot falls on them would have picked the case.
   */
  async drawFor(tx: EntityManager, caller: Caller, registration: CaseName): Promise<void> {
    if (await this.wasCalled(tx, caller, registration.id)) return;
    if (!(await this.lot(tx, registration.id))) await this.draw(tx, caller, registration);
  }

  /** @throws Problem `first-officer-drawn` (409) for everybody but the officer whom hall or lot has chosen */
  async require(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    if (await this.wasCalled(tx, caller, registrationId)) return;
    if ((await this.lot(tx, registrationId))?.officerId !== caller.id)
      throw new Problem('conflict', 'first-officer-drawn');
  }

  /** The first conclusion is there: the lot has done its work. */
  async conclude(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const lot = await this.lot(tx, registrationId);
    if (lot)
      await tx.query(END_LOT_SQL, [registrationId, lot.officerId === caller.id ? 'done' : 'overtaken']);
  }

  /** @returns the cases that the lot gave to an officer, of one registration or of all */
  held(tx: EntityManager, officerId: string | null, registrationId?: string): Promise<CaseName[]> {
    return tx.query<CaseName[]>(HELD_SQL, [officerId, registrationId ?? null]);
  }

  /** Takes the officer off a case, and draws another. */
  async pass(
    tx: EntityManager,
    caller: Caller,
    registration: CaseName,
    endedAs: 'away' | 'tied',
  ): Promise<void> {
    if ((await this.lot(tx, registration.id))?.officerId !== caller.id) return;
    await tx.query(END_LOT_SQL, [registration.id, endedAs]);
    await this.draw(tx, caller, registration);
  }

  /** Where nobody is free, the case waits. */
  async draw(tx: EntityManager, caller: Caller, { id, postId }: CaseName): Promise<void> {
    const atWork = await this.atWork.of(tx, postId, 'officer');
    const free = await tx.query<{ id: string }[]>(FREE_SQL, [id, atWork]);
    const drawn = drawLot(free);
    if (!drawn) return;
    await tx.query(WRITE_LOT_SQL, [newId(), postId, id, drawn.id, free.length]);
    await this.log.record(tx, caller, { id, postId }, 'identity.officer-drawn', {
      officer: drawn.id,
      seat: 1,
      from: free.length,
    });
  }

  private async wasCalled(tx: EntityManager, caller: Caller, registrationId: string): Promise<boolean> {
    return (await tx.query<unknown[]>(CALLED_SQL, [registrationId, caller.id])).length > 0;
  }

  private lot(tx: EntityManager, registrationId: string): Promise<IdentityFirstLot | null> {
    return tx.findOneBy(IdentityFirstLot, { registrationId, endedAt: IsNull() });
  }
}
