import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { mergedCases } from '../registrations/merged-cases.js';
import { PeopleService } from '../registrations/people.service.js';
import { isOpen } from '../registrations/registration-status.js';
import { REGISTRATION_MERGED } from '../registrations/registration.topics.js';
import { BAND_RANK } from './band.js';
import { TriageRecords } from './triage-records.js';

/** Lets nobody become less urgent because two reports of them were found to be one person. The job is safe to repeat. */
@Injectable()
export class MergedBands implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly people: PeopleService,
    private readonly records: TriageRecords,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_MERGED, 'triage.merge', (merged) => this.follow(merged));
  }

  /** The case that is kept takes the more urgent of both bands, with the reasons of both. */
  follow(announced: Announcement): Promise<void> {
    const { postId, requestId } = announced;
    return this.database.transaction([postId], async (tx) => {
      const cases = await mergedCases(tx, this.people, announced);
      if (!cases || !isOpen(cases.kept.status)) return;
      const { merged, kept } = cases;
      const own = await this.records.current(tx, kept.id);
      const other = await this.records.current(tx, merged.id);
      if (!own || !other || BAND_RANK[other.band] >= BAND_RANK[own.band]) return;
      await this.records.write(tx, systemCaller(postId, requestId), kept, {
        band: other.band,
        reasons: [...new Set([...other.reasons, ...own.reasons])],
        assessedBy: other.assessedBy,
        noteSealed: null,
      });
    });
  }
}
