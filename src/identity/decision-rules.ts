import type { Level } from './identity-level.js';

export const OUTCOMES = ['verified', 'more-needed', 'refused', 'not-a-national'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Which reasons may be given for which outcome. All but `verified` need at least one. */
export const REASONS_FOR = {
  verified: ['evidence-agrees', 'contradiction-explained'],
  'more-needed': [
    'no-evidence',
    'evidence-too-weak',
    'evidence-contradicts',
    'interview-needed',
    'registry-silent',
    'photo-needed',
    'family-to-be-asked',
    'officers-differ',
  ],
  refused: ['evidence-false', 'another-person'],
  'not-a-national': ['not-in-registry', 'other-nationality'],
} as const satisfies Record<Outcome, readonly string[]>;
export type DecisionReason = (typeof REASONS_FOR)[Outcome][number];
export const DECISION_REASONS: readonly DecisionReason[] = Object.values(REASONS_FOR).flat();

/** Whether an outcome says that somebody is not who they said, or no national. */
export const turnsAway = (outcome: Outcome): boolean => outcome === 'refused' || outcome === 'not-a-national';

/**
 * How many officers an outcome needs. One may ask for more evidence, or verify where the evidence is good; what rests on
 * weak evidence, or on somebody's word that a contradiction does not matter, what turns a person away, and what takes that back,
 * takes two who do not know each other's conclusion.
 */
export const OFFICERS_NEEDED: {
  verified: Readonly<Record<Level, 1 | 2>>;
  /** Verified although something contradicted, or the person had been turned away. */
  disputed: 1 | 2;
  otherwise: Readonly<Record<Exclude<Outcome, 'verified'>, 1 | 2>>;
} = {
  verified: { 1: 2, 2: 1, 3: 1 },
  disputed: 2,
  otherwise: { 'more-needed': 1, refused: 2, 'not-a-national': 2 },
};

/**
 * @param level what the evidence carries; read only where it matters
 * @param disputed whether something contradicted, of which an officer said why it does not matter, or two had turned the person away
 */
export function officersNeeded(outcome: Outcome, level: Level | null, disputed: boolean): 1 | 2 {
  if (outcome !== 'verified') return OFFICERS_NEEDED.otherwise[outcome];
  if (level === null) return 2;
  return disputed ? OFFICERS_NEEDED.disputed : OFFICERS_NEEDED.verified[level];
}

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
