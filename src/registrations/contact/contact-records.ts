import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addressIndex } from '../../notifications/addresses.js';
import { Messages } from '../../notifications/messages.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Topics } from '../../platform/jobs/topics.js';
import { normalPhone } from '../intake/contact-rules.js';
import { PeopleService } from '../people.service.js';
import { personIndexes } from '../person-index.js';
import type { Registration } from '../registration.entity.js';
import { REGISTRATION_CHANGED } from '../registration.topics.js';
import type { ContactChangeRequest } from '../registrations.dto.js';

/** Writes how a person is reached and where they are, in the caller's transaction, and tells later stages. The registration must be locked. */
@Injectable()
export class ContactRecords {
  constructor(
    private readonly people: PeopleService,
    private readonly keyring: Keyring,
    private readonly topics: Topics,
    private readonly messages: Messages,
  ) {}

  /** @param request checked before; without `whereNow` the last place is kept, and the way to the post with it */
  async write(
    tx: EntityManager,
    caller: Caller,
    { id, postId, person }: Registration,
    { whereNow, travelTime, ...contact }: ContactChangeRequest,
  ): Promise<void> {
    const key = this.people.key(person);
    const phone = contact.phone === undefined ? undefined : normalPhone(contact.phone);
    const ownPhone = contact.method === 'somebody' ? undefined : phone;
    const location = { ...this.people.location(person), ...(whereNow !== undefined && { whereNow }) };
    await tx.query(
      'UPDATE person SET contact_sealed = $2, location_sealed = $3, phone_index = $4 WHERE id = $1',
      [
        person.id,
        key.seal('contact', { ...contact, phone }),
        key.seal('location', location),
        ownPhone === undefined ? null : personIndexes(this.keyring).phone(ownPhone),
      ],
    );
    await tx.query(
      `UPDATE registration SET version = version + 1,
         travel_time = CASE WHEN $2::boolean THEN $3 ELSE coalesce($3, travel_time) END WHERE id = $1`,
      [id, whereNow !== undefined, travelTime ?? null],
    );
    // whoever has a number that is no longer the person's answers for nobody
    const reached = [phone, contact.email].filter((address) => address !== undefined);
    const indexes = reached.map((address) => addressIndex(this.keyring, address));
    await this.messages.leaveOtherAddresses(tx, id, indexes);
    await this.topics.publish(tx, REGISTRATION_CHANGED, {
      postId,
      requestId: caller.requestId,
      registrationId: id,
    });
  }
}
