import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { REGISTRATION_ERASED } from '../registrations/registration.topics.js';

/** What was sealed under an erased person's key and takes room for nothing; none of it can be read any more. */
const FORGET = [
  `UPDATE portrait SET sealed = ''::bytea, superseded_at = coalesce(superseded_at, now()) WHERE registration_id = $1`,
  `UPDATE identity_interview SET answers_sealed = ''::bytea WHERE registration_id = $1 AND answers_sealed IS NOT NULL`,
  `UPDATE family_request SET question_sealed = ''::bytea, answer_sealed = CASE WHEN answer_sealed IS NOT NULL THEN ''::bytea END
   WHERE registration_id = $1`,
  `UPDATE identity_contradiction SET reason_sealed = ''::bytea WHERE registration_id = $1 AND reason_sealed IS NOT NULL`,
];

/** Drops an erased person's photos, answers and statements. Which kinds of evidence there were stays, with who decided. */
@Injectable()
export class EvidenceForgetting implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_ERASED, 'identity.forget', (erased) => this.forget(erased));
  }

  /** Safe to repeat. */
  async forget({ postId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], async (tx) => {
      for (const statement of FORGET) await tx.query(statement, [registrationId]);
    });
  }
}
