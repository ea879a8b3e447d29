import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { PeopleService } from '../registrations/people.service.js';
import { isOpen } from '../registrations/registration-status.js';
import { REGISTRATION_RECEIVED } from '../registrations/registration.topics.js';
import { TriageRecords } from './triage-records.js';

/** Gives everybody who registers a band at once. */
@Injectable()
export class AutomaticAssessment implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly people: PeopleService,
    private readonly records: TriageRecords,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_RECEIVED, 'triage.assess', (received) => this.assess(received));
  }

  /** Safe to repeat: a band that is there already, an officer's above all, is left alone. */
  async assess({ postId, requestId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], async (tx) => {
      const registration = await this.people.registrationForChange(tx, String(registrationId));
      const current = await this.records.current(tx, registration.id);
      if (!isOpen(registration.status) || current === undefined || current.version > 0) return;
      const { band, reasons } = current;
      await this.records.write(tx, systemCaller(postId, requestId), registration, {
        band,
        reasons,
        assessedBy: null,
        noteSealed: null,
      });
    });
  }
}
