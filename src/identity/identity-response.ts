import type { IdentityOpinion } from './assignment/identity-opinion.entity.js';
import type { Review } from './assignment/review.js';
import type { Picture } from './photos/photo-sources.js';
import type { ConclusionResponse, IdentityFileResponse, ReviewResponse } from './identity.dto.js';
import type { IdentityDecision } from './identity-decision.entity.js';
import type { IdentityFile } from './identity-file.js';
import { identityState, suggestDecision } from './identity-judgement.js';

interface Around {
  review: Review | null;
  tied: boolean;
  pictures: Picture[];
  /** Of rounds that ended in a decision. */
  conclusions: readonly IdentityOpinion[];
}

/** What staff see of it. */
export function toIdentityFileResponse(
  file: IdentityFile,
  { review, tied, pictures, conclusions }: Around,
): IdentityFileResponse {
  const { inForce } = file;
  const officersOf = ({ roundId, decidedBy }: IdentityDecision): string[] =>
    roundId === null
      ? [decidedBy]
      : conclusions.filter((one) => one.roundId === roundId).map(({ officerId }) => officerId);
  return {
    state: identityState(file),
    level: inForce?.level ?? null,
    reasons: inForce?.reasons ?? [],
    evidence: file.evidence.map((one) => ({
      id: one.id,
      kind: one.kind,
      strength: one.strength,
      agrees: one.agrees,
      origin: one.origin,
      ceiling: one.ceiling,
      vouching: one.vouching,
      recordedBy: one.recordedBy,
      recordedAt: one.recordedAt.toISOString(),
    })),
    contradictions: file.contradictions.map(({ id, evidenceId, code, raisedAt, resolvedBy, resolvedAt }) => ({
      id,
      evidenceId,
      code,
      raisedAt: raisedAt.toISOString(),
      resolvedBy,
      resolvedAt: resolvedAt?.toISOString() ?? null,
    })),
    decidedBy: inForce?.decidedBy ?? null,
    decidedAt: inForce?.decidedAt.toISOString() ?? null,
    why: inForce
      ? { rule: inForce.rule, evidence: inForce.evidenceIds, officers: officersOf(inForce) }
      : null,
    review: review && toReviewResponse(review),
    tied,
    pictures,
    suggestion: suggestDecision(file),
    earlierDecisions: file.decisions.flatMap((decision) =>
      decision.supersededAt === null
        ? []
        : [
            {
              outcome: decision.outcome,
              level: decision.level,
              reasons: decision.reasons,
              decidedBy: decision.decidedBy,
              decidedAt: decision.decidedAt.toISOString(),
              supersededAt: decision.supersededAt.toISOString(),
            },
          ],
    ),
    version: file.version,
  };
}

const toReviewResponse = ({ conclusions, ...review }: Review): ReviewResponse => ({
  round: review.round,
  awaits: review.awaits,
  assignedTo: review.assignedTo,
  assignedToYou: review.assignedToYou,
  conclusions: conclusions.map(toConclusionResponse),
});

const toConclusionResponse = (opinion: IdentityOpinion): ConclusionResponse => ({
  seat: ([undefined, 'first', 'second', 'third'] as const)[opinion.seat],
  officer: opinion.officerId,
  outcome: opinion.outcome,
  reasons: opinion.reasons,
  givenAt: opinion.givenAt.toISOString(),
});
