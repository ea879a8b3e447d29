import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../platform/crypto/keyring.js';
import { Database } from '../platform/database/database.js';
import { Topics } from '../platform/jobs/topics.js';
import { PostRounds } from '../posts/post-rounds.js';
import { keepFurtherDocuments } from './further-documents.js';
import { PeopleService } from './people.service.js';
import { documentNumbersOf, personIndexes } from './person-index.js';
import { Person } from './person.entity.js';

const AT_ONCE = 2000;

const AWAITED = 'SELECT person_id AS id FROM further_document_awaited WHERE post_id = $1 LIMIT $2';

/** Makes every paper findable that was told when only the first was. Once all are read there is nothing more to do. */
@Injectable()
export class PapersToldEarlier implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly rounds: PostRounds,
    private readonly people: PeopleService,
    private readonly keyring: Keyring,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('registrations.read-earlier-papers', '*/5 * * * *', () => this.readAll());
  }

  readAll(): Promise<void> {
    return this.rounds.each(AWAITED, AT_ONCE, (postId, id) =>
      this.database.transaction([postId], (tx) => this.read(tx, id)),
    );
  }

  /** Locked against being erased meanwhile: nothing is kept of whoever is. */
  private async read(tx: EntityManager, id: string): Promise<void> {
    const [person] = await tx.find(Person, { where: { id }, lock: { mode: 'pessimistic_read' } });
    const told = person?.wrappedKey ? documentNumbersOf(this.people.identity(person)) : [];
    const [, ...further] = told.map(personIndexes(this.keyring).document);
    if (person && further.length > 0) await keepFurtherDocuments(tx, person, further);
    await tx.query('DELETE FROM further_document_awaited WHERE person_id = $1', [id]);
  }
}
