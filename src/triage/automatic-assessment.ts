import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { PeopleService } from '../registrations/people.service.js';
import { isOpen } from '../registrations/registration-status.js';
import { REGISTRATION_NEEDS_CHANGED, REGISTRATION_RECEIVED } from '../registrations/registration.topics.js';
import { BAND_RANK } from './band.js';
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
    this.topics.subscribe(REGISTRATION_NEEDS_CHANGED, 'triage.reassess', (changed) => this.reassess(changed));
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

  /**
   * The rule looks again when the person says other needs. What an officer decided stands, unless the person is worse off
   * now than the officer knew. Safe to repeat: the same band for the same reasons is not written again.
   */
  async reassess({ postId, requestId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], async (tx) => {
      const registration = await this.people.registrationForChange(tx, String(registrationId));
      const current = await this.records.current(tx, registration.id);
      const ruled = await this.records.ruled(tx, registration.id);
      if (!isOpen(registration.status) || current === undefined || ruled === undefined) return;
      const worse = BAND_RANK[ruled.band] < BAND_RANK[current.band];
      if (current.assessedBy !== null && !worse) return;
      if (
        current.version > 0 &&
        ruled.band === current.band &&
        ruled.reasons.join() === current.reasons.join()
      )
        return;
      await this.records.write(tx, systemCaller(postId, requestId), registration, {
        ...ruled,
        assessedBy: null,
        noteSealed: null,
      });
    });
  }
}
