import type { DecisionReason, Outcome } from '../decision-rules.js';

/** What one officer concluded, in the order of seats: first, second, and the approver where those two differ. */
export interface Opinion {
  seat: number;
  outcome: Outcome;
  reasons: readonly DecisionReason[];
}

export type Verdict =
  { kind: 'decided'; outcome: Outcome; reasons: DecisionReason[] } | { kind: 'next'; seat: 2 | 3 };

/**
 * What follows from the conclusions that are in. Two that agree decide; where one of two asks for more evidence, more is
 * needed; where they differ otherwise, an approver decides who sees both.
 */
export function verdictOf(opinions: readonly Opinion[]): Verdict {
  const [first, second, third] = [1, 2, 3].map((seat) => opinions.find((opinion) => opinion.seat === seat));
  if (third) return decided(third.outcome, third);
  if (!first || !second) return { kind: 'next', seat: 2 };
  if (first.outcome === second.outcome) return decided(first.outcome, first, second);
  const cautious = [first, second].find(({ outcome }) => outcome === 'more-needed');
  return cautious ? decided('more-needed', cautious) : { kind: 'next', seat: 3 };
}

const decided = (outcome: Outcome, ...from: Opinion[]): Verdict => ({
  kind: 'decided',
  outcome,
  reasons: [...new Set(from.flatMap(({ reasons }) => reasons))],
});
