import { CONTRADICTION_EXPLAINED, type DecisionReason, type Outcome } from './decision-rules.js';
import { type Level, levelOf, type WeighedEvidence } from './identity-level.js';

export const IDENTITY_STATES = [
  'unverified',
  'in-review',
  'verified',
  'more-needed',
  'refused',
  'not-a-national',
] as const;
export type IdentityState = (typeof IDENTITY_STATES)[number];

export interface Judged {
  evidence: readonly (WeighedEvidence & { recordedAt: Date })[];
  decisions: readonly {
    outcome: Outcome;
    reasons: readonly DecisionReason[];
    decidedAt: Date;
    supersededAt: Date | null;
  }[];
}

/** What the evidence allows; an officer decides. */
export interface Suggestion {
  outcome: 'verified' | 'more-needed';
  level: Level | null;
  reasons: DecisionReason[];
}

/** Where an identity stands: what was decided last, unless that was reopened. */
export function identityState({ evidence, decisions }: Judged): IdentityState {
  const inForce = decisions.find(({ supersededAt }) => supersededAt === null);
  if (inForce) return inForce.outcome;
  return evidence.length > 0 ? 'in-review' : 'unverified';
}

/** Whether some evidence contradicts and no decision since has said that it is explained. */
export function isContradicted({ evidence, decisions }: Judged): boolean {
  const explanations = decisions.filter(({ reasons }) => reasons.includes(CONTRADICTION_EXPLAINED));
  return evidence.some(
    ({ agrees, recordedAt }) => !agrees && !explanations.some(({ decidedAt }) => decidedAt >= recordedAt),
  );
}

export function suggestDecision(judged: Judged): Suggestion {
  const level = levelOf(judged.evidence);
  if (isContradicted(judged))
    return { outcome: 'more-needed', level: null, reasons: ['evidence-contradicts'] };
  if (level !== null) return { outcome: 'verified', level, reasons: ['evidence-agrees'] };
  const missing = judged.evidence.length === 0 ? 'no-evidence' : 'evidence-too-weak';
  return { outcome: 'more-needed', level, reasons: [missing] };
}

/** @returns the code of the problem that stands in the way of `verified`, if any */
export function verifyingFault(judged: Judged, reasons: readonly DecisionReason[]): string | undefined {
  if (levelOf(judged.evidence) === null) return 'evidence-missing';
  return isContradicted(judged) && !reasons.includes(CONTRADICTION_EXPLAINED)
    ? 'evidence-contradicts'
    : undefined;
}
