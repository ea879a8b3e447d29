import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Topics } from '../../platform/jobs/topics.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import { toCaseResponse } from '../case-response.js';
import type { ConsentPurpose } from '../consent-purposes.js';
import { contactFaults, normalPhone } from '../intake/intake-rules.js';
import { PeopleService } from '../people.service.js';
import { personIndexes } from '../person-index.js';
import type { Registration } from '../registration.entity.js';
import { REGISTRATION_WITHDRAWN } from '../registration.topics.js';
import { mayBecome } from '../registration-status.js';
import type { ContactChangeRequest, OwnRegistrationResponse } from '../registrations.dto.js';

/** What a person can do with their own registration: see all of it, change how to be reached, withdraw. */
@Injectable()
export class OwnRegistrationService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly keyring: Keyring,
    private readonly audit: AuditLog,
    private readonly topics: Topics,
  ) {}

  read(caller: Caller): Promise<OwnRegistrationResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, caller.id!);
      await this.record(tx, caller, registration, 'registration.read-by-owner');
      return this.describe(tx, registration);
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
      const registration = await this.openForChange(tx, caller, version);
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
      await this.record(tx, caller, registration, 'registration.contact-changed');
      return this.describe(tx, await this.people.registration(tx, registration.id));
    });
  }

  /** @throws Problem `stale`, `not-open` (409) */
  withdraw(caller: Caller, version: number): Promise<OwnRegistrationResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.openForChange(tx, caller, version);
      await tx.query("UPDATE registration SET status = 'withdrawn', version = version + 1 WHERE id = $1", [
        registration.id,
      ]);
      await this.record(tx, caller, registration, 'registration.withdrawn');
      await this.topics.publish(tx, REGISTRATION_WITHDRAWN, {
        postId: registration.postId,
        requestId: caller.requestId,
        registrationId: registration.id,
      });
      return this.describe(tx, await this.people.registration(tx, registration.id));
    });
  }

  private async openForChange(tx: EntityManager, caller: Caller, version: number): Promise<Registration> {
    const registration = await this.people.registrationForChange(tx, caller.id!);
    requireVersion(registration.version, version);
    if (!mayBecome(registration.status, 'withdrawn')) throw new Problem('conflict', 'not-open');
    return registration;
  }

  private async describe(tx: EntityManager, registration: Registration): Promise<OwnRegistrationResponse> {
    const { person } = registration;
    const identity = this.people.identity(person);
    const consents = await tx.query<{ purpose: ConsentPurpose }[]>(
      `SELECT purpose FROM (SELECT DISTINCT ON (purpose) purpose, given FROM consent WHERE registration_id = $1
         ORDER BY purpose, at DESC) latest WHERE given ORDER BY purpose`,
      [registration.id],
    );
    return {
      ...toCaseResponse(registration, identity),
      identity,
      contact: this.people.contact(person),
      location: this.people.location(person),
      consents: consents.map(({ purpose }) => purpose),
    };
  }

  private record(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: Registration,
    action: string,
  ): Promise<void> {
    return this.audit.record(tx, caller, { action, subject: { kind: 'registration', id }, postId });
  }
}
