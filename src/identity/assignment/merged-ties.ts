import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { mergedCases } from '../../registrations/merged-cases.js';
import { PeopleService } from '../../registrations/people.service.js';
import { REGISTRATION_MERGED } from '../../registrations/registration.topics.js';
import { ReviewsService } from './reviews.service.js';

/** Parameters: the merged case, the kept one. */
const CARRY_SQL = `
  INSERT INTO identity_tie (registration_id, account_id, post_id, kind, declared_at)
  SELECT $2, account_id, post_id, kind, declared_at FROM identity_tie WHERE registration_id = $1
  ON CONFLICT DO NOTHING RETURNING account_id AS "accountId"`;

/** Whoever is tied to a person is so under each of their cases. A merge that is undone leaves it at that. Safe to repeat. */
@Injectable()
export class MergedTies implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly reviews: ReviewsService,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_MERGED, 'identity.merge-ties', (merged) => this.follow(merged));
  }

  /** The case that is kept is taken from officers on whom the lot fell and who are tied under the other one. */
  follow(announced: Announcement): Promise<void> {
    const { postId, requestId } = announced;
    return this.database.transaction([postId], async (tx) => {
      const cases = await mergedCases(tx, this.people, announced);
      if (!cases) return;
      const { merged, kept } = cases;
      const tied = await tx.query<{ accountId: string }[]>(CARRY_SQL, [merged.id, kept.id]);
      for (const { accountId } of tied)
        await this.reviews.giveBack(
          tx,
          { ...systemCaller(postId, requestId), id: accountId },
          'tied',
          kept.id,
        );
    });
  }
}
