import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { REGISTRATION_ERASED } from '../registrations/registration.topics.js';

/**
 * Drops by what an erased person could be found here: the key of their old passport's number. What is sealed is unreadable
 * already. Numbers of documents and sheets stay: they say nothing about whose they were, and borders must know them.
 */
@Injectable()
export class DocumentForgetting implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_ERASED, 'travel-documents.forget', (erased) => this.forget(erased));
  }

  /** Safe to repeat. */
  async forget({ postId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], (tx) =>
      tx.query(
        `UPDATE document_application SET old_passport_index = NULL, old_passport_sealed = NULL
         WHERE registration_id = $1 AND (old_passport_index IS NOT NULL OR old_passport_sealed IS NOT NULL)`,
        [registrationId],
      ),
    );
  }
}
