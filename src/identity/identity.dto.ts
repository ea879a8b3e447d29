import {
  Choice,
  Choices,
  Count,
  Flag,
  Id,
  Instant,
  Listed,
  Nested,
  Text,
  Whole,
} from '../platform/http/fields.js';
import { DECISION_REASONS, type DecisionReason, type Outcome, OUTCOMES } from './decision-rules.js';
import { EVIDENCE_KINDS, type EvidenceKind, type Strength, STRENGTHS } from './evidence-kinds.js';
import { IDENTITY_STATES, type IdentityState } from './identity-judgement.js';
import type { Level } from './identity-level.js';

const LevelField = (description: string) =>
  Whole({ min: 1, max: 3, nullable: true, example: 2, description });

export class EvidenceRequest {
  @Choice(EVIDENCE_KINDS) kind: EvidenceKind;
  @Flag({ description: 'Whether it agrees with what the person reported.' }) agrees: boolean;
  @Text({
    max: 2000,
    min: 3,
    example: 'Names the teacher and the village market, as the civil registry has them',
    description: 'What was seen, heard or answered. Kept sealed.',
  })
  statement: string;
  @Text({
    max: 40,
    optional: true,
    example: 'PNH-7K3M-Q2XD-5',
    description: 'With a referee only: their own registration. A referee without one counts for nothing.',
  })
  refereeReference?: string;
}

export class IdentityDecisionRequest {
  @Choice(OUTCOMES) outcome: Outcome;
  @Choices(DECISION_REASONS, { description: 'At least one, unless verified.' }) reasons: DecisionReason[];
}

export class EvidenceResponse {
  @Id() id: string;
  @Choice(EVIDENCE_KINDS) kind: EvidenceKind;
  @Choice(STRENGTHS) strength: Strength;
  @Flag() agrees: boolean;
  @Id() recordedBy: string;
  @Instant() recordedAt: string;
}

export class IdentitySuggestion {
  @Choice(['verified', 'more-needed'] as const) outcome: 'verified' | 'more-needed';
  @LevelField('What the evidence carries.') level: Level | null;
  @Choices(DECISION_REASONS) reasons: DecisionReason[];
}

/** A decision that is no longer in force. */
export class EarlierDecision {
  @Choice(OUTCOMES) outcome: Outcome;
  @LevelField('The level it gave.') level: Level | null;
  @Choices(DECISION_REASONS) reasons: DecisionReason[];
  @Id() decidedBy: string;
  @Instant() decidedAt: string;
  @Instant() supersededAt: string;
}

/** Who somebody is, and how we know. Statements stay sealed. */
export class IdentityFileResponse {
  @Choice(IDENTITY_STATES) state: IdentityState;
  @LevelField('How certain it is, while verified; 3 is highest.') level: Level | null;
  @Choices(DECISION_REASONS) reasons: DecisionReason[];
  @Listed(() => EvidenceResponse, { description: 'Oldest first.' }) evidence: EvidenceResponse[];
  @Id({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Nested(() => IdentitySuggestion) suggestion: IdentitySuggestion;
  @Listed(() => EarlierDecision, { description: 'Oldest first.' }) earlierDecisions: EarlierDecision[];
  @Count({ example: 2 }) version: number;
}

export class StatementsRequest {
  @Text({ max: 300, min: 8, example: 'Second look before the document is approved' }) reason: string;
}

class EvidenceStatement {
  @Id() evidenceId: string;
  @Text({ max: 2000, example: 'Names the teacher and the village market' }) statement: string;
}

/** What each piece of evidence says, oldest first. */
export class StatementsResponse {
  @Listed(() => EvidenceStatement) statements: EvidenceStatement[];
}
