import type { EvidenceKind, Strength } from '../../../identity/evidence-kinds.js';
import type { IdentityState } from '../../../identity/identity-judgement.js';
import type { Level } from '../../../identity/identity-level.js';

/** Who the person is and how we know. */
export interface IdentitySection {
  state: IdentityState;
  level: Level | null;
  evidence: readonly EvidenceRow[];
  decision: { by: string; at: string; reasons: readonly string[] } | null;
  /** What the rules make of the evidence. */
  suggestion: { outcome: 'verified' | 'more-needed'; level: Level | null };
  version: number;
}

export interface EvidenceRow {
  kind: EvidenceKind;
  strength: Strength;
  agrees: boolean;
  by: string;
  at: string;
}
