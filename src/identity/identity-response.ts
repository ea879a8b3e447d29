import type { IdentityFileResponse } from './identity.dto.js';
import type { IdentityFile } from './identity-file.js';
import { identityState, suggestDecision } from './identity-judgement.js';

/** What staff see of it. */
export function toIdentityFileResponse(file: IdentityFile): IdentityFileResponse {
  const { inForce } = file;
  return {
    state: identityState(file),
    level: inForce?.level ?? null,
    reasons: inForce?.reasons ?? [],
    evidence: file.evidence.map(({ id, kind, strength, agrees, recordedBy, recordedAt }) => ({
      id,
      kind,
      strength,
      agrees,
      recordedBy,
      recordedAt: recordedAt.toISOString(),
    })),
    decidedBy: inForce?.decidedBy ?? null,
    decidedAt: inForce?.decidedAt.toISOString() ?? null,
    suggestion: suggestDecision(file),
    earlierDecisions: file.decisions.flatMap(
      ({ outcome, level, reasons, decidedBy, decidedAt, supersededAt }) =>
        supersededAt === null
          ? []
          : [
              {
                outcome,
                level,
                reasons,
                decidedBy,
                decidedAt: decidedAt.toISOString(),
                supersededAt: supersededAt.toISOString(),
              },
            ],
    ),
    version: file.version,
  };
}
