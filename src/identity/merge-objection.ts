import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergeObjections } from '../duplicates/merging/merge-objections.js';
import { levelsNow } from './identity-file.js';

/** Whether officers decided against the person of an open case. Parameter: registration. */
const TURNED_AWAY = `
  SELECT FROM identity_decision d JOIN registration r ON r.id = d.registration_id AND r.status IN ('received', 'active')
  WHERE r.id = $1 AND d.superseded_at IS NULL AND d.outcome IN ('refused', 'not-a-national')`;

/**
 * What was found out about a person stays with them: a case under which more is proved is not merged into one under which less
 * is, and one under which they were turned away not into one that knows nothing of it.
 */
@Injectable()
export class IdentityMergeObjection implements OnModuleInit {
  constructor(private readonly objections: MergeObjections) {}

  onModuleInit(): void {
    this.objections.add(async (tx, { keptId, mergedId }) => {
      const levels = await levelsNow(tx, [keptId, mergedId]);
      if ((levels.get(mergedId) ?? 0) > (levels.get(keptId) ?? 0)) return 'merge-verified';
      const lost = (await isTurnedAway(tx, mergedId)) && !(await isTurnedAway(tx, keptId));
      return lost ? 'merge-refused' : undefined;
    });
  }
}

const isTurnedAway = async (tx: EntityManager, registrationId: string): Promise<boolean> =>
  (await tx.query<unknown[]>(TURNED_AWAY, [registrationId])).length > 0;
