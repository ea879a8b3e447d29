import { type DecisionReason, type Outcome, officersNeeded, turnsAway } from './decision-rules.js';
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
  evidence: readonly WeighedEvidence[];
  contradictions: readonly { resolvedAt: Date | null }[];
  decisions: readonly { outcome: Outcome; supersededAt: Date | null }[];
}

/** What the evidence allows; an officer decides. */
export interface Suggestion {
  outcome: 'verified' | 'more-needed';
  level: Level | null;
  reasons: DecisionReason[];
  /** How many officers it takes. */
  officers: 1 | 2;
}

/** Where an identity stands: what was decided last, unless that was reopened. */
export function identityState({ evidence, decisions }: Judged): IdentityState {
  const inForce = decisions.find(({ supersededAt }) => supersededAt === null);
  if (inForce) return inForce.outcome;
  return evidence.length > 0 || decisions.length > 0 ? 'in-review' : 'unverified';
}

/** Whether something contradicts of which nobody has said why it does not matter. */
export const isContradicted = ({ contradictions }: Pick<Judged, 'contradictions'>): boolean =>
  contradictions.some(({ resolvedAt }) => resolvedAt === null);

/** Whether something once spoke against who the person says they are: a contradiction, explained or not, or a decision that turned them away. */
export const isDisputed = ({
  contradictions,
  decisions,
}: Pick<Judged, 'contradictions' | 'decisions'>): boolean =>
  contradictions.length > 0 || decisions.some(({ outcome }) => turnsAway(outcome));

/** What the rule proposes on the evidence there is, and how many officers that takes. It is officers who decide. */
export function suggestDecision(judged: Judged): Suggestion {
  const level = levelOf(judged.evidence);
  const more = (reason: DecisionReason): Suggestion => ({
    outcome: 'more-needed',
    level: null,
    reasons: [reason],
    officers: officersNeeded('more-needed', null, false),
  });
  if (isContradicted(judged)) return more('evidence-contradicts');
  if (level === null) return more(judged.evidence.length === 0 ? 'no-evidence' : 'evidence-too-weak');
  return {
    outcome: 'verified',
    level,
    reasons: ['evidence-agrees'],
    officers: officersNeeded('verified', level, isDisputed(judged)),
  };
}

/** @returns the code of the problem that stands in the way of `verified`, if any */
export function verifyingFault(judged: Judged): string | undefined {
  if (levelOf(judged.evidence) === null) return 'evidence-missing';
  return isContradicted(judged) ? 'evidence-contradicts' : undefined;
}
