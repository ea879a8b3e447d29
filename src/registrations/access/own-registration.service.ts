import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { Topics } from '../../platform/jobs/topics.js';
import { invalid } from '../../platform/problems/problem.js';
import { contactFaults, normalPhone } from '../intake/intake-rules.js';
import { PeopleService } from '../people.service.js';
import { personIndexes } from '../person-index.js';
import { REGISTRATION_WITHDRAWN } from '../registration.topics.js';
import type { ContactChangeRequest, OwnRegistrationResponse } from '../registrations.dto.js';
import { OwnCase } from './own-case.js';

/** What a person can do with their own registration: see all of it, change how to be reached, withdraw. */
@Injectable()
export class OwnRegistrationService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly keyring: Keyring,
    private readonly own: OwnCase,
    private readonly topics: Topics,
  ) {}

  read(caller: Caller): Promise<OwnRegistrationResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = { id: caller.id!, postId: onlyPost(caller) };
      await this.own.record(tx, caller, registration, 'registration.read-by-owner');
      return this.own.describe(tx, registration.id);
    });
  }

  /** @throws Problem `invalid-input`, `stale`, `not-open` (409) */
  changeContact(
    caller: Caller,
    version: number,
    { whereNow, ...contact }: ContactChangeRequest,
  ): Promise<OwnRegistrationResponse> {
    const faults = contactFaults(contact, '');
    if (faults.length > 0) throw invalid(...faults);
    const phone = contact.phone === undefined ? undefined : normalPhone(contact.phone);
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.own.openForChange(tx, caller, version);
      const { person } = registration;
      const key = this.people.key(person);
      const location = { ...this.people.location(person), ...(whereNow !== undefined && { whereNow }) };
      await tx.query(
        'UPDATE person SET contact_sealed = $2, location_sealed = $3, phone_index = $4 WHERE id = $1',
        [
          person.id,
          key.seal('contact', { ...contact, phone }),
          key.seal('location', location),
          phone === undefined ? null : personIndexes(this.keyring).phone(phone),
        ],
      );
      await tx.query('UPDATE registration SET version = version + 1 WHERE id = $1', [registration.id]);
      await this.own.record(tx, caller, registration, 'registration.contact-changed');
      return this.own.describe(tx, registration.id);
    });
  }

  /** @throws Problem `stale`, `not-open` (409) */
  withdraw(caller: Caller, version: number): Promise<OwnRegistrationResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.own.openForChange(tx, caller, version);
      await tx.query("UPDATE registration SET status = 'withdrawn', version = version + 1 WHERE id = $1", [
        registration.id,
      ]);
      await this.own.record(tx, caller, registration, 'registration.withdrawn');
      await this.topics.publish(tx, REGISTRATION_WITHDRAWN, {
        postId: registration.postId,
        requestId: caller.requestId,
        registrationId: registration.id,
      });
      return this.own.describe(tx, registration.id);
    });
  }
}
