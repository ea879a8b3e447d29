import type { ReviewSeat } from '../../../identity/assignment/reviews.dto.js';
import type { ContradictionCode } from '../../../identity/contradictions/contradiction-codes.js';
import type { Outcome } from '../../../identity/decision-rules.js';
import type { EvidenceKind, Origin, Strength } from '../../../identity/evidence-kinds.js';
import type { IdentityState } from '../../../identity/identity-judgement.js';
import type { Level, LevelRuleCode } from '../../../identity/identity-level.js';
import type { QuestionCode } from '../../../identity/interview/question-bank.js';
import type { VouchingState } from '../../../identity/vouching/vouching-states.js';
import type { Picture } from '../../../identity/photos/photo-sources.js';

/** Who the person is and how we know. */
export interface IdentitySection {
  state: IdentityState;
  level: Level | null;
  evidence: readonly EvidenceRow[];
  contradictions: readonly ContradictionRow[];
  decision: {
    by: string;
    at: string;
    reasons: readonly string[];
    rule: LevelRuleCode | null;
    officers: readonly string[];
  } | null;
  /** A second or third officer is to decide. What the reader may not know yet is not in here. */
  review: ReviewPanel | null;
  /** The reader is tied to the person. */
  tied: boolean;
  /** What the rules make of the evidence. */
  suggestion: { outcome: 'verified' | 'more-needed'; level: Level | null; officers: 1 | 2 };
  /** Which pictures there are. */
  pictures: readonly Picture[];
  /** The latest question to the citizen registry: its state, or what it answered. */
  registry: { word: string; at: string } | null;
  /** Evidence whose referee the reader may ask at the counter: they did not record it. */
  vouching: { id: string } | null;
  /** Questions that the reader drew and has not judged. */
  interview: { id: string; questions: readonly QuestionCode[] } | null;
  version: number;
}

export interface EvidenceRow {
  kind: EvidenceKind;
  strength: Strength;
  agrees: boolean;
  origin: Origin;
  /** No level above this rests on it. */
  ceiling: Level | 0;
  /** What a referee says of it. */
  vouching: VouchingState | null;
  by: string;
  at: string;
}

export interface ContradictionRow {
  id: string;
  code: ContradictionCode;
  kind: EvidenceKind;
  /** Who said why it does not matter; nobody yet. */
  resolvedBy: string | null;
}

export interface ReviewPanel {
  awaits: ReviewSeat;
  assignedTo: string | null;
  yours: boolean;
  conclusions: readonly { by: string; outcome: Outcome }[];
}
