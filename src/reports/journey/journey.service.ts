import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Milestone } from './milestones.js';

/** Where one person is on the way home, read from the same view as every figure. */
@Injectable()
export class JourneyService {
  /** When each milestone was reached; those not reached are missing. Joins the caller's transaction. */
  async of(tx: EntityManager, registrationId: string): Promise<Partial<Record<Milestone, Date>>> {
    const rows = await tx.query<{ milestone: Milestone; at: Date }[]>(
      'SELECT milestone, at FROM journey_milestone WHERE registration_id = $1',
      [registrationId],
    );
    return Object.fromEntries(rows.map(({ milestone, at }) => [milestone, at]));
  }
}
