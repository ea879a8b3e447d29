import { ANSWERED_BY, type EvidenceKind, type Origin, type Strength, STRENGTHS } from './evidence-kinds.js';

/** How certain an identity is; 3 is highest. */
export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/** A piece of evidence as far as it decides the level. */
export interface WeighedEvidence {
  kind: EvidenceKind;
  strength: Strength;
  agrees: boolean;
  /**
   * No level above this rests on it: a referee carries nobody higher than they were verified themselves, and what an officer
   * typed in place of an answer nobody above {@link TYPED_CEILING}.
   */
  ceiling: Level | 0;
}

/** How far an officer's word that somebody else answered carries. This level takes two officers. */
export const TYPED_CEILING: Level = 1;

/** The ceiling of evidence that is no referee's. */
export function ceilingOf({ kind, origin }: { kind: EvidenceKind; origin: Origin }): Level {
  const answers = ANSWERED_BY[kind];
  return answers === undefined || answers === origin ? 3 : TYPED_CEILING;
}

export const LEVEL_RULE_CODES = ['superior', 'strong-and-fair', 'fair'] as const;
export type LevelRuleCode = (typeof LEVEL_RULE_CODES)[number];

/**
 * What each level asks for at least, highest level first. Levels 1 and 2 ask for what NIST SP 800-63A-4 (July 2025) collects
 * for its assurance levels IAL1 (one fair) and IAL2 (one fair and one strong). Level 3 is this service's own: superior
 * evidence that an officer has held in their hands, with the person there.
 */
export const LEVEL_RULES: readonly { rule: LevelRuleCode; level: Level; asks: readonly Strength[] }[] = [
  { rule: 'superior', level: 3, asks: ['superior'] },
  { rule: 'strong-and-fair', level: 2, asks: ['strong', 'fair'] },
  { rule: 'fair', level: 1, asks: ['fair'] },
];

/** Why a level is reached: the rule, and what it rests on. */
export interface Weighing<T> {
  level: Level;
  rule: LevelRuleCode;
  evidence: T[];
}

/** The highest level that evidence carries, and why, or nothing. Only what agrees counts, and each kind counts once. */
export function weighing<T extends WeighedEvidence>(evidence: readonly T[]): Weighing<T> | undefined {
  for (const { rule, level, asks } of LEVEL_RULES) {
    const best = strongestOfEachKind(evidence.filter(({ agrees, ceiling }) => agrees && ceiling >= level));
    const carried = best.slice(0, asks.length);
    if (asks.every((asked, i) => carried[i] !== undefined && rank(carried[i]) <= rank({ strength: asked })))
      return { level, rule, evidence: carried };
  }
  return undefined;
}

/** {@link weighing}, the level alone. */
export const levelOf = (evidence: readonly WeighedEvidence[]): Level | null =>
  weighing(evidence)?.level ?? null;

const rank = ({ strength }: { strength: Strength }): number => STRENGTHS.indexOf(strength);

function strongestOfEachKind<T extends WeighedEvidence>(evidence: readonly T[]): T[] {
  const best = new Map<EvidenceKind, T>();
  for (const piece of evidence)
    if (rank(piece) < rank(best.get(piece.kind) ?? { strength: 'none' })) best.set(piece.kind, piece);
  return [...best.values()].sort((a, b) => rank(a) - rank(b));
}
