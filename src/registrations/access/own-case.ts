import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../case-log.js';
import { toCaseResponse } from '../case-response.js';
import { ConsentsService } from '../consents.service.js';
import { shownNeeds } from '../needs.js';
import { PeopleService } from '../people.service.js';
import type { Registration } from '../registration.entity.js';
import { ownLocation } from './codes-in-hands.js';
import { isOpen } from '../registration-status.js';
import type { OwnRegistrationResponse } from '../registrations.dto.js';
import type { CaseName } from '../case-name.js';

/** What every act of a person on their own registration begins and ends with, in the caller's transaction. */
@Injectable()
export class OwnCase {
  constructor(
    private readonly people: PeopleService,
    private readonly consents: ConsentsService,
    private readonly log: CaseLog,
  ) {}

  /** The caller's registration, locked. @throws Problem `stale`, `not-open` (409) */
  async openForChange(tx: EntityManager, caller: Caller, version: number): Promise<Registration> {
    const registration = await this.people.registrationForChange(tx, caller.id!);
    requireVersion(registration.version, version);
    if (!isOpen(registration.status)) throw new Problem('conflict', 'not-open');
    return registration;
  }

  /** Everything that is held, as it stands now; whether a quiet flag was raised is kept from whoever looks along. */
  async describe(tx: EntityManager, registrationId: string): Promise<OwnRegistrationResponse> {
    const registration = await this.people.registration(tx, registrationId);
    const { person } = registration;
    const identity = this.people.identity(person);
    return {
      ...toCaseResponse(registration, identity),
      needs: shownNeeds(registration.needs),
      identity,
      contact: this.people.contact(person),
      location: ownLocation(registration, this.people.location(person)),
      travelTime: registration.travelTime,
      home: this.people.home(person),
      adult: this.people.adult(person),
      consents: await this.consents.current(tx, registrationId),
      consentHistory: (await this.consents.history(tx, registrationId)).map(({ at, ...answer }) => ({
        ...answer,
        at: at.toISOString(),
      })),
    };
  }

  record(tx: EntityManager, caller: Caller, { id, postId }: CaseName, action: string): Promise<void> {
    return this.log.record(tx, caller, { id, postId }, action);
  }
}
