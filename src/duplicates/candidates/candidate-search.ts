import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { blockingKeys } from '../matching/blocking-keys.js';
import type { Features } from '../matching/features.js';
import { CANDIDATES_SQL, ERASE_KEYS_SQL, WRITE_KEYS_SQL } from './candidates.sql.js';
import { hashedKeys } from './hashed-keys.js';
import { type OpenedPerson, OpenedPeople } from './opened-people.js';

/** Finds, among all registrations of a post, the few that a person is worth comparing with. Joins the caller's transaction. */
@Injectable()
export class CandidateSearch {
  constructor(
    private readonly keyring: Keyring,
    private readonly people: OpenedPeople,
  ) {}

  /**
   * From now on the person is found by what they say now, and by nothing that they said before. Safe to repeat.
   * @returns nobody where the person has been erased meanwhile: they are not found any more
   */
  async write(tx: EntityManager, postId: string, registrationId: string): Promise<OpenedPerson | undefined> {
    const [person] = await this.people.of(tx, [registrationId]);
    if (person) await tx.query(WRITE_KEYS_SQL, [postId, this.keys(postId, person.features), registrationId]);
    else await tx.query(ERASE_KEYS_SQL, [registrationId]);
    return person;
  }

  /** Those who share keys with the person, opened. */
  async of(tx: EntityManager, postId: string, person: OpenedPerson): Promise<OpenedPerson[]> {
    return this.people.of(tx, await this.ids(tx, postId, person));
  }

  /** The registrations that share keys with the person, the likeliest first. */
  async ids(
    tx: EntityManager,
    postId: string,
    { registrationId, features }: OpenedPerson,
  ): Promise<string[]> {
    const found = await tx.query<{ id: string }[]>(CANDIDATES_SQL, [
      postId,
      this.keys(postId, features),
      registrationId,
    ]);
    return found.map(({ id }) => id);
  }

  private keys(postId: string, features: Features): string[] {
    return hashedKeys(this.keyring, postId, blockingKeys(features));
  }
}
