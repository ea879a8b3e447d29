import { In, IsNull, type EntityManager } from 'typeorm';
import { IdentityRound } from './assignment/identity-round.entity.js';
import { IdentityContradiction } from './contradictions/identity-contradiction.entity.js';
import { type Outcome, turnsAway } from './decision-rules.js';
import { IdentityDecision } from './identity-decision.entity.js';
import { IdentityVouching } from './vouching/identity-vouching.entity.js';
import type { VouchingState } from './vouching/vouching-states.js';
import { IdentityEvidence } from './identity-evidence.entity.js';
import { ceilingOf, type Level, type WeighedEvidence } from './identity-level.js';

type FiledEvidence = IdentityEvidence &
  WeighedEvidence & {
    /** What the referee says of it, where there is one and it speaks for the person. */
    vouching: VouchingState | null;
  };

/** Everything that was recorded about who somebody is. */
export interface IdentityFile {
  /** Oldest first. */
  evidence: FiledEvidence[];
  /** Oldest first. */
  contradictions: IdentityContradiction[];
  /** Oldest first. */
  decisions: IdentityDecision[];
  inForce: IdentityDecision | undefined;
  /** Grows with everything that is added; nothing is ever taken away. */
  version: number;
}

/** Reads it in the caller's transaction. */
export async function readIdentityFile(tx: EntityManager, registrationId: string): Promise<IdentityFile> {
  const where = { registrationId };
  const recorded = await tx.find(IdentityEvidence, { where, order: { recordedAt: 'ASC', id: 'ASC' } });
  const decisions = await tx.find(IdentityDecision, { where, order: { decidedAt: 'ASC', id: 'ASC' } });
  const contradictions = await tx.find(IdentityContradiction, {
    where,
    order: { raisedAt: 'ASC', id: 'ASC' },
  });
  const conclusions = (await tx.sum(IdentityRound, 'opinions', where)) ?? 0;
  const resolved = contradictions.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const referees = recorded.flatMap(({ refereeId }) => refereeId ?? []);
  const levels = await levelsNow(tx, referees);
  const vouchings = referees.length === 0 ? [] : await tx.findBy(IdentityVouching, where);
  const vouchingOf = new Map(vouchings.map(({ evidenceId, state }) => [evidenceId, state]));
  const answered = vouchings.filter(({ state }) => state !== 'asked').length;
  const refereeCeiling = (id: string, refereeId: string) =>
    vouchingOf.get(id) === 'confirmed' ? (levels.get(refereeId) ?? 0) : 0;
  return {
    evidence: recorded.map((item) => ({
      ...item,
      ceiling: item.refereeId === null ? ceilingOf(item) : refereeCeiling(item.id, item.refereeId),
      vouching: vouchingOf.get(item.id) ?? null,
    })),
    contradictions,
    decisions,
    inForce: decisions.find(({ supersededAt }) => supersededAt === null),
    version:
      recorded.length + contradictions.length + resolved + decisions.length + answered + Number(conclusions),
  };
}

/** To which level each of some registrations is verified at this moment; those that are not are missing. */
export async function levelsNow(tx: EntityManager, registrationIds: string[]): Promise<Map<string, Level>> {
  if (registrationIds.length === 0) return new Map();
  const verified = await tx.find(IdentityDecision, {
    where: { registrationId: In(registrationIds), outcome: 'verified', supersededAt: IsNull() },
  });
  return new Map(
    verified.flatMap(({ registrationId, level }) => (level === null ? [] : [[registrationId, level]])),
  );
}

/** What is decided, and still so, about who somebody is; null where nothing is. */
export async function outcomeInForce(tx: EntityManager, registrationId: string): Promise<Outcome | null> {
  const inForce = await tx.findOneBy(IdentityDecision, { registrationId, supersededAt: IsNull() });
  return inForce && inForce.outcome;
}

/** Whether it is decided, and still so, that somebody is not who they said, or no national. */
export async function isRefused(tx: EntityManager, registrationId: string): Promise<boolean> {
  const outcome = await outcomeInForce(tx, registrationId);
  return outcome !== null && turnsAway(outcome);
}
