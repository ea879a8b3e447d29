import { type EvidenceKind, type Strength, STRENGTHS } from './evidence-kinds.js';

/** How certain an identity is; 3 is highest. */
export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/** A piece of evidence as far as it decides the level. */
export interface WeighedEvidence {
  kind: EvidenceKind;
  strength: Strength;
  agrees: boolean;
  /** No level above this rests on it: a referee carries nobody higher than they were verified themselves. */
  ceiling: Level | 0;
}

/** What each level asks for at least, highest level first; every line is one way to reach it. */
export const LEVEL_RULES: readonly { level: Level; asks: readonly Strength[] }[] = [
  { level: 3, asks: ['superior'] },
  { level: 2, asks: ['strong', 'fair'] },
  { level: 1, asks: ['fair'] },
];

/** The highest level that evidence carries, or nothing. Only what agrees counts, and each kind counts once. */
export function levelOf(evidence: readonly WeighedEvidence[]): Level | null {
  const met = LEVEL_RULES.find(({ level, asks }) => {
    const strengths = strongestOfEachKind(
      evidence.filter(({ agrees, ceiling }) => agrees && ceiling >= level),
    );
    return asks.every((asked, i) => i < strengths.length && rank(strengths[i]!) <= rank(asked));
  });
  return met?.level ?? null;
}

const rank = (strength: Strength): number => STRENGTHS.indexOf(strength);

function strongestOfEachKind(evidence: readonly WeighedEvidence[]): Strength[] {
  const best = new Map<EvidenceKind, Strength>();
  for (const { kind, strength } of evidence)
    if (rank(strength) < rank(best.get(kind) ?? 'none')) best.set(kind, strength);
  return [...best.values()].sort((a, b) => rank(a) - rank(b));
}
