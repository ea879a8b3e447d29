import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Topics } from '../../platform/jobs/topics.js';
import { invalid } from '../../platform/problems/problem.js';
import { needsAfter } from '../duress/pretended-changes.js';
import { Pretence } from '../duress/pretence.service.js';
import { familyFaults, normalFamily } from '../intake/contact-rules.js';
import { NEEDS, type Need, QUIET_NEED } from '../needs.js';
import { PeopleService } from '../people.service.js';
import type { Registration } from '../registration.entity.js';
import { REGISTRATION_NEEDS_CHANGED } from '../registration.topics.js';
import type { HomeChangeRequest, OwnRegistrationResponse } from '../registrations.dto.js';
import { OwnCase } from './own-case.js';

/** Lets a person change what they told of home and family, and what they need now. */
@Injectable()
export class OwnDetailsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly own: OwnCase,
    private readonly topics: Topics,
    private readonly pretence: Pretence,
  ) {}

  /** @throws Problem `invalid-input`, `stale`, `not-open` (409) */
  changeHome(
    caller: Caller,
    version: number,
    { address, family }: HomeChangeRequest,
  ): Promise<OwnRegistrationResponse> {
    const faults = familyFaults(family);
    if (faults.length > 0) throw invalid(...faults);
    const home = { address, family: family && normalFamily(family) };
    if (caller.duress) return this.pretence.change(caller, version, 'home-changed', () => ({ home }));
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.own.openForChange(tx, caller, version);
      const { person } = registration;
      const kept = address === undefined && family === undefined ? null : home;
      await tx.query('UPDATE person SET home_sealed = $2 WHERE id = $1', [
        person.id,
        kept && this.people.key(person).seal('home', kept),
      ]);
      await tx.query('UPDATE registration SET version = version + 1 WHERE id = $1', [registration.id]);
      await this.own.record(tx, caller, registration, 'registration.home-changed');
      return this.own.describe(tx, registration.id);
    });
  }

  /**
   * What the person needs from now on. A quiet flag is raised by this and never taken back by it: whoever forces somebody
   * would have it taken back. @throws Problem `stale`, `not-open` (409)
   */
  changeNeeds(caller: Caller, version: number, needs: readonly Need[]): Promise<OwnRegistrationResponse> {
    if (caller.duress)
      return this.pretence.change(caller, version, 'needs-changed', () => ({ needs: needsAfter(needs) }));
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.own.openForChange(tx, caller, version);
      await this.writeNeeds(tx, caller, registration, needs);
      return this.own.describe(tx, registration.id);
    });
  }

  /** The same in the caller's transaction. @param registration locked and open */
  async writeNeeds(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    needs: readonly Need[],
  ): Promise<void> {
    const { id, postId, needs: before } = registration;
    const kept = NEEDS.filter(
      (need) => needs.includes(need) || (need === QUIET_NEED && before.includes(need)),
    );
    if (kept.join() === before.join()) return;
    await tx.query('UPDATE registration SET needs = $2, version = version + 1 WHERE id = $1', [id, kept]);
    await this.own.record(tx, caller, registration, 'registration.needs-changed');
    await this.topics.publish(tx, REGISTRATION_NEEDS_CHANGED, {
      postId,
      requestId: caller.requestId,
      registrationId: id,
    });
  }
}
