import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../platform/crypto/keyring.js';
import { PersonKey } from '../platform/crypto/person-key.js';
import { notFound, Problem } from '../platform/problems/problem.js';
import type {
  ContactDetails,
  HomeDetails,
  IdentityDetails,
  LocationDetails,
  NamedAdult,
} from './person-details.js';
import type { Person } from './person.entity.js';
import { Registration } from './registration.entity.js';

/** Opens what is sealed about a person. Whoever shows it to somebody records that in the audit log. */
@Injectable()
export class PeopleService {
  constructor(private readonly keyring: Keyring) {}

  /** A registration with its person, in the caller's transaction. @throws Problem `not-found` */
  async registration(tx: EntityManager, registrationId: string): Promise<Registration> {
    // `find`, because `findOne` with a relation asks the database twice
    const [found] = await tx.find(Registration, {
      where: { id: registrationId },
      relations: { person: true },
    });
    if (!found) throw notFound();
    return found;
  }

  /** The same, locked until the transaction ends, for changes that must not cross. @throws Problem `not-found` */
  async registrationForChange(tx: EntityManager, registrationId: string): Promise<Registration> {
    await tx.query('SELECT FROM registration WHERE id = $1 FOR UPDATE', [registrationId]);
    return this.registration(tx, registrationId);
  }

  /** The key under which later stages seal what they hold about this person. @throws Problem `erased` (409) */
  key(person: Person): PersonKey {
    if (!person.wrappedKey) throw new Problem('conflict', 'erased');
    return PersonKey.unwrap(this.keyring, person.id, person.wrappedKey);
  }

  /** @throws Problem `erased` (409), as the next two */
  identity(person: Person): IdentityDetails {
    return this.key(person).open('identity', person.identitySealed!);
  }

  contact(person: Person): ContactDetails {
    return this.key(person).open('contact', person.contactSealed!);
  }

  location(person: Person): LocationDetails {
    return this.key(person).open('location', person.locationSealed!);
  }

  /** Empty where nothing was told. */
  home(person: Person): HomeDetails {
    const key = this.key(person);
    return person.homeSealed === null ? {} : key.open('home', person.homeSealed);
  }

  /** Whom a child says they are with. */
  adult(person: Person): NamedAdult | undefined {
    const key = this.key(person);
    return person.adultSealed === null ? undefined : key.open('adult', person.adultSealed);
  }
}
