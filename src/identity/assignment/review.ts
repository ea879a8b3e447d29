import { IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { IdentityAssignment } from './identity-assignment.entity.js';
import { IdentityOpinion } from './identity-opinion.entity.js';
import { IdentityRound } from './identity-round.entity.js';

/** What a case that needs two officers waits for, as far as one reader may know. */
export interface Review {
  round: number;
  awaits: 'second' | 'third';
  assignedTo: string | null;
  assignedToYou: boolean;
  /** The reader's own; those of others from the second on. */
  conclusions: IdentityOpinion[];
}

/** Reads it after {@link atWorkAs}; nothing where no second officer is needed. */
export async function readReview(
  tx: EntityManager,
  caller: Caller,
  registrationId: string,
): Promise<Review | null> {
  const round = await tx.findOneBy(IdentityRound, { registrationId, endedAt: IsNull() });
  if (!round) return null;
  const assignment = await tx.findOneBy(IdentityAssignment, { roundId: round.id, endedAt: IsNull() });
  return {
    round: round.number,
    awaits: round.opinions < 2 ? 'second' : 'third',
    assignedTo: assignment?.officerId ?? null,
    assignedToYou: assignment !== null && assignment.officerId === caller.id,
    conclusions: await tx.find(IdentityOpinion, { where: { roundId: round.id }, order: { seat: 'ASC' } }),
  };
}
