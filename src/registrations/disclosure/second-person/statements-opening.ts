import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../platform/auth/caller.js';
import type { PersonKey } from '../../../platform/crypto/person-key.js';
import { CaseLog } from '../../case-log.js';
import { PeopleService } from '../../people.service.js';
import { OpenedCases } from '../opened-cases.js';
import { SecondPersonRecords } from './second-person-records.js';

/** Opens what is written about somebody, in whichever stage: for a reason that is kept, once a second person has agreed. */
@Injectable()
export class StatementsOpening {
  constructor(
    private readonly people: PeopleService,
    private readonly secondPersons: SecondPersonRecords,
    private readonly opened: OpenedCases,
    private readonly log: CaseLog,
  ) {}

  /**
   * Joins the caller's transaction. @param action under which it is on record, such as `identity.disclosed`
   * @returns the key with which it is sealed
   * @throws Problem `not-found`, 409: `erased`, `tied-to-person`; `second-person-missing` (403), `too-many-cases` (429)
   */
  async open(
    tx: EntityManager,
    caller: Caller,
    registrationId: string,
    action: string,
    reason: string,
  ): Promise<PersonKey> {
    const registration = await this.people.registration(tx, registrationId);
    const request = await this.secondPersons.requireOpen(tx, caller.id, registrationId, 'statements');
    await this.opened.count(tx, caller, registration);
    const key = this.people.key(registration.person);
    const reasonSealed = key.seal('disclosure-reason', reason).toString('base64');
    await this.log.record(tx, caller, registration, action, { request, reasonSealed });
    return key;
  }
}
