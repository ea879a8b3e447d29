import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { REGISTRATION_ERASED } from '../registrations/registration.topics.js';

/** Drops why an erased person came first or later: needs and notes say more of somebody than counts have to know. */
@Injectable()
export class AssessmentForgetting implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_ERASED, 'triage.forget', (erased) => this.forget(erased));
  }

  /** The band stays for the figures; an override's note is empty rather than absent. Safe to repeat. */
  async forget({ postId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], (tx) =>
      tx.query(
        `UPDATE triage_assessment SET reasons = '{}', note_sealed = CASE WHEN note_sealed IS NOT NULL THEN ''::bytea END
         WHERE registration_id = $1`,
        [registrationId],
      ),
    );
  }
}
