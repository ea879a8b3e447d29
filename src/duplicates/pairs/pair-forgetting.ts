import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { REGISTRATION_ERASED } from '../../registrations/registration.topics.js';

/**
 * Drops how an erased person was like somebody else. The keys to match by go with the person's own key, by a trigger; that two
 * cases were found to be one stays, for the counts.
 */
@Injectable()
export class PairForgetting implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_ERASED, 'duplicates.forget-erased', (erased) => this.forget(erased));
  }

  /** Safe to repeat. */
  async forget({ postId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], (tx) =>
      tx.query(`UPDATE duplicate_pair SET reasons = '[]' WHERE $1 IN (first_id, second_id)`, [
        registrationId,
      ]),
    );
  }
}
