export const OUTCOMES = ['verified', 'more-needed', 'refused', 'not-a-national'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Says that what contradicts has been looked into and does not stand in the way. */
export const CONTRADICTION_EXPLAINED = 'contradiction-explained';

/** Which reasons may be given for which outcome. All but `verified` need at least one. */
export const REASONS_FOR = {
  verified: ['evidence-agrees', CONTRADICTION_EXPLAINED],
  'more-needed': [
    'no-evidence',
    'evidence-too-weak',
    'evidence-contradicts',
    'interview-needed',
    'registry-silent',
  ],
  refused: ['evidence-false', 'another-person'],
  'not-a-national': ['not-in-registry', 'other-nationality'],
} as const satisfies Record<Outcome, readonly string[]>;
export type DecisionReason = (typeof REASONS_FOR)[Outcome][number];
export const DECISION_REASONS: readonly DecisionReason[] = Object.values(REASONS_FOR).flat();

/** What is wrong with the reasons given for an outcome, as the code of a field fault. */
export function reasonsFault(outcome: Outcome, reasons: readonly DecisionReason[]): string | undefined {
  const allowed: readonly DecisionReason[] = REASONS_FOR[outcome];
  if (reasons.some((reason) => !allowed.includes(reason))) return 'not-a-choice';
  return outcome !== 'verified' && reasons.length === 0 ? 'required' : undefined;
}

/** Whether new evidence reopens a decision: where it speaks against what was decided, or was asked for. */
export function reopens(outcome: Outcome, agrees: boolean): boolean {
  return outcome === 'more-needed' || (outcome === 'verified') !== agrees;
}
