import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import { type Announcement, Topics } from '../../../platform/jobs/topics.js';
import { PostRounds } from '../../../posts/post-rounds.js';
import { REGISTRATION_ERASED } from '../../registration.topics.js';
import { BULK_INTAKE_CONFIRMED } from '../bulk.topics.js';
import { forgetList } from '../forget-list.js';
import { BulkRegistering } from './registering.service.js';

/** A killed worker's job is locked for hours; a list without progress for so long is taken up by another one. */
const STALLED = `SELECT id FROM bulk_intake WHERE post_id = $1 AND state = 'confirmed'
  AND progressed_at < now() - interval '45 seconds' ORDER BY progressed_at LIMIT $2`;

/** A list that nobody confirmed for a day; receipts that were taken, or that nobody wanted for a week. */
const IS_OVER = `wrapped_key IS NOT NULL AND (
    (state = 'checked' AND created_at < now() - interval '1 day')
    OR (state = 'done' AND (receipts_until IS NULL OR receipts_until < now()
      OR receipts_taken_at < now() - interval '15 minutes')))`;
const OVER = `SELECT id FROM bulk_intake WHERE post_id = $1 AND ${IS_OVER} LIMIT $2`;
/** Somebody may have confirmed it, or asked for its receipts, at the last moment. */
const STILL_OVER = `SELECT FROM bulk_intake WHERE id = $1 AND ${IS_OVER} FOR UPDATE`;

/** When lists are registered, taken up again and forgotten. */
@Injectable()
export class BulkJobs implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly rounds: PostRounds,
    private readonly registering: BulkRegistering,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(BULK_INTAKE_CONFIRMED, 'bulk-intake.register', (confirmed) =>
      this.registering.register(confirmed.postId, String(confirmed['bulkIntakeId']), confirmed.requestId),
    );
    this.topics.subscribe(REGISTRATION_ERASED, 'bulk-intake.forget-person', (erased) =>
      this.forgetPerson(erased),
    );
    this.topics.schedule('bulk-intake.resume', '* * * * *', () => this.resume());
    this.topics.schedule('bulk-intake.forget', '*/15 * * * *', () => this.forget());
  }

  resume(): Promise<void> {
    return this.rounds.each(STALLED, 10, (postId, id) => this.registering.register(postId, id, newId()));
  }

  forget(): Promise<void> {
    return this.rounds.each(OVER, 100, (postId, id) =>
      this.database.transaction([postId], async (tx) => {
        if ((await tx.query<unknown[]>(STILL_OVER, [id])).length > 0) await forgetList(tx, id);
      }),
    );
  }

  private async forgetPerson({ postId, registrationId }: Announcement): Promise<void> {
    await this.database.transaction([postId], (tx) =>
      tx.query(
        `UPDATE bulk_intake_row SET receipt_sealed = NULL, person_index = NULL WHERE registration_id = $1`,
        [registrationId],
      ),
    );
  }
}
