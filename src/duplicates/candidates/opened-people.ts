import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { PersonKey } from '../../platform/crypto/person-key.js';
import type { ContactDetails, IdentityDetails } from '../../registrations/person-details.js';
import type { Person } from '../../registrations/person.entity.js';
import { type Features, featuresOf } from '../matching/features.js';
import { PEOPLE_SQL } from './candidates.sql.js';
import { personRecord } from './person-record.js';

type SealedPerson = Pick<Person, 'id' | 'sex' | 'homeProvince'> & {
  wrappedKey: Buffer;
  identitySealed: Buffer;
  contactSealed: Buffer;
  registrationId: string;
};

/** A registration with what the engine compares of its person. Stays in memory. */
export interface OpenedPerson {
  registrationId: string;
  features: Features;
}

/** Opens people for comparing them, and for nothing else: what they say goes no further than levels of agreement. */
@Injectable()
export class OpenedPeople {
  constructor(private readonly keyring: Keyring) {}

  /** Those of the registrations whose people have not been erased. */
  async of(tx: EntityManager, registrationIds: readonly string[]): Promise<OpenedPerson[]> {
    const rows = await tx.query<SealedPerson[]>(PEOPLE_SQL, [registrationIds]);
    return rows.map((row) => ({ registrationId: row.registrationId, features: this.features(row) }));
  }

  private features(person: SealedPerson): Features {
    const key = PersonKey.unwrap(this.keyring, person.id, person.wrappedKey);
    const identity = key.open<IdentityDetails>('identity', person.identitySealed);
    const contact = key.open<ContactDetails>('contact', person.contactSealed);
    return featuresOf(personRecord(person, identity, contact));
  }
}
