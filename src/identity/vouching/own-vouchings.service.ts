import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { invalid, notFound, Problem } from '../../platform/problems/problem.js';
import { wereHandedOver } from '../../registrations/access/codes-in-hands.js';
import { PeopleService } from '../../registrations/people.service.js';
import { readReference } from '../../registrations/reference.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import { EvidenceIntake } from '../evidence-intake.js';
import { IdentityVouching } from './identity-vouching.entity.js';
import type { OwnVouchingsResponse } from './vouching.dto.js';
import { STANDING_STATES, type StandingState, type VouchingState } from './vouching-states.js';

/**
 * What a person says to having been named as a referee. They are not told by whom: who vouches for somebody knows them, and
 * has their reference from them. To a session of the help word there is nothing, as in all of its view.
 */
@Injectable()
export class OwnVouchings {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly life: RegistrationLife,
    private readonly intake: EvidenceIntake,
  ) {}

  read(caller: Caller): Promise<OwnVouchingsResponse> {
    return this.database.transaction(caller.posts, (tx) => this.describe(tx, caller));
  }

  /**
   * They vouch for the person whose reference they name; under codes that somebody else handed over, and may have kept, at a counter only
   * (decision 44). Safe to repeat.
   * @throws Problem `not-found`, `invalid-input` (another's reference), `vouch-at-counter` (403), `not-open` (409)
   */
  confirm(caller: Caller, id: string, reference: string): Promise<OwnVouchingsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { registrationId, evidenceId } = await this.ownOne(tx, caller, id);
      if (wereHandedOver(await this.people.registration(tx, caller.id!)))
        throw new Problem('forbidden', 'vouch-at-counter');
      const registration = await this.life.requireOpen(tx, registrationId);
      if (readReference(reference) !== registration.reference)
        throw invalid({ pointer: '/reference', code: 'not-theirs' });
      if (await answer(tx, id, 'confirmed', ['asked']))
        await this.intake.vouched(tx, caller, registration, evidenceId);
      return this.describe(tx, caller);
    });
  }

  /** They do not vouch, or no longer: what rested on it is looked at again. @throws Problem `not-found` */
  object(caller: Caller, id: string): Promise<OwnVouchingsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { registrationId, evidenceId } = await this.ownOne(tx, caller, id);
      const registration = await this.people.registrationForChange(tx, registrationId);
      if ((await answer(tx, id, 'objected', STANDING_STATES)) && isOpen(registration.status))
        await this.intake.contradict(tx, caller, registration, evidenceId, 'referee-objected');
      return this.describe(tx, caller);
    });
  }

  private async ownOne(tx: EntityManager, caller: Caller, id: string): Promise<IdentityVouching> {
    const found = caller.duress
      ? null
      : await tx.findOneBy(IdentityVouching, {
          id,
          refereeId: caller.id!,
          state: In(STANDING_STATES),
        });
    if (!found) throw notFound();
    return found;
  }

  private async describe(tx: EntityManager, caller: Caller): Promise<OwnVouchingsResponse> {
    const atCounter = wereHandedOver(await this.people.registration(tx, caller.id!));
    if (caller.duress) return { items: [], atCounter };
    const found = await tx.find(IdentityVouching, {
      where: { refereeId: caller.id!, state: In(STANDING_STATES) },
      order: { askedAt: 'ASC', id: 'ASC' },
      take: 20,
    });
    return {
      items: found.map(({ id, state, askedAt }) => ({
        id,
        state: state as StandingState,
        askedAt: askedAt.toISOString(),
      })),
      atCounter,
    };
  }
}

/** @returns whether it was in one of those states; the registration is locked */
async function answer(
  tx: EntityManager,
  id: string,
  state: VouchingState,
  from: readonly VouchingState[],
): Promise<boolean> {
  const [, changed] = await tx.query<[unknown, number]>(
    'UPDATE identity_vouching SET state = $2, answered_at = clock_timestamp() WHERE id = $1 AND state = ANY ($3)',
    [id, state, from],
  );
  return changed > 0;
}
