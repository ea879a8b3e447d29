import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import type { Milestone } from './milestones.js';

/** Where one person is on the way home, read from the same view as every figure. */
@Injectable()
export class JourneyService {
  constructor(private readonly database: Database) {}

  /** When each milestone was reached; those not reached are missing. */
  async of(
    { posts }: Pick<Caller, 'posts'>,
    registrationId: string,
  ): Promise<Partial<Record<Milestone, Date>>> {
    const rows = await this.database.transaction(posts, (tx) =>
      tx.query<{ milestone: Milestone; at: Date }[]>(
        'SELECT milestone, at FROM journey_milestone WHERE registration_id = $1',
        [registrationId],
      ),
    );
    return Object.fromEntries(rows.map(({ milestone, at }) => [milestone, at]));
  }
}
