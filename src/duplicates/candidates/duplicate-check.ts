import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { PeopleService } from '../../registrations/people.service.js';
import { REGISTRATION_CHANGED, REGISTRATION_RECEIVED } from '../../registrations/registration.topics.js';
import { MatchingModels } from '../weights/matching-models.js';
import { KeptCase } from '../merging/kept-case.js';
import { FoundPairs } from '../pairs/found-pairs.js';
import { CandidateSearch } from './candidate-search.js';
import { type OpenedPerson, OpenedPeople } from './opened-people.js';

/**
 * Looks for everybody who registers, or says something new, whether they have registered before,
 * and withdrawn since or not. Never holds anybody up:
 * it runs beside the journey and writes nothing but pairs to look at. All its jobs are safe to repeat.
 */
@Injectable()
export class DuplicateCheck implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly registrations: PeopleService,
    private readonly people: OpenedPeople,
    private readonly search: CandidateSearch,
    private readonly models: MatchingModels,
    private readonly kept: KeptCase,
    private readonly pairs: FoundPairs,
    private readonly audit: AuditLog,
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
    const person = await this.writeKeys(announcement);
    if (person) await this.find(announcement, person);
  }

  /** @returns nobody where the person has been erased meanwhile */
  private writeKeys({ postId, registrationId }: Announcement): Promise<OpenedPerson | undefined> {
    return this.database.transaction([postId], async (tx) => {
      const { id } = await this.registrations.registrationForChange(tx, String(registrationId));
      const [person] = await this.people.of(tx, [id]);
      if (person) await this.search.write(tx, postId, person);
      else await this.search.erase(tx, id);
      return person;
    });
  }

  private find({ postId, requestId }: Announcement, person: OpenedPerson): Promise<void> {
    return this.database.transaction([postId], async (tx) => {
      const candidates = await this.search.of(tx, postId, person);
      const { model, version } = await this.models.current(tx, postId);
      const ownCase = await this.kept.of(tx, person.registrationId);
      let found = 0;
      for (const { registrationId, features } of candidates) {
        const score = this.models.weigh(postId, model, person.features, features);
        const otherCase = await this.kept.of(tx, registrationId);
        if (otherCase === ownCase) continue;
        if (await this.pairs.write(tx, postId, [ownCase, otherCase], score, version)) found++;
      }
      await this.audit.record(tx, systemCaller(postId, requestId), {
        action: 'duplicates.checked',
        subject: { kind: 'registration', id: person.registrationId },
        postId,
        detail: { compared: candidates.length, found, model: version },
      });
    });
  }
}
