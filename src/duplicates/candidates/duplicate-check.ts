import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { PeopleService } from '../../registrations/people.service.js';
import { REGISTRATION_CHANGED, REGISTRATION_RECEIVED } from '../../registrations/registration.topics.js';
import { FoundPairs } from '../pairs/found-pairs.js';
import { CandidateSearch } from './candidate-search.js';
import type { OpenedPerson } from './opened-people.js';

/**
 * Looks for everybody who registers, or says something new, whether they have registered before, and withdrawn since or
 * not. Never holds anybody up: it runs beside the journey and writes nothing but pairs to look at. All its jobs are safe
 * to repeat.
 */
@Injectable()
export class DuplicateCheck implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly search: CandidateSearch,
    private readonly pairs: FoundPairs,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_RECEIVED, 'duplicates.check', (received) => this.check(received));
    this.topics.subscribe(REGISTRATION_CHANGED, 'duplicates.check-again', (changed) => this.check(changed));
  }

  /**
   * In two transactions: the keys are there for others before this one looks for others. Of two reports of one person that
   * come at the same moment, the one that looks last finds the other.
   */
  async check(announcement: Announcement): Promise<void> {
    const { postId } = announcement;
    const person = await this.writeKeys(announcement);
    if (person) await this.database.transaction([postId], (tx) => this.pairs.find(tx, announcement, person));
  }

  /** @returns nobody where the person has been erased meanwhile */
  private writeKeys({ postId, registrationId }: Announcement): Promise<OpenedPerson | undefined> {
    return this.database.transaction([postId], async (tx) => {
      const { id } = await this.people.registrationForChange(tx, String(registrationId));
      return this.search.write(tx, postId, id);
    });
  }
}
