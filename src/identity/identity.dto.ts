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
  Texts,
  Whole,
} from '../platform/http/fields.js';
import { DECISION_REASONS, type DecisionReason, type Outcome, OUTCOMES } from './decision-rules.js';
import { REVIEW_SEATS, type ReviewSeat, SEATS } from './assignment/reviews.dto.js';
import { CONTRADICTION_CODES, type ContradictionCode } from './contradictions/contradiction-codes.js';
import {
  EVIDENCE_KINDS,
  type EvidenceKind,
  type Origin,
  ORIGINS,
  RECORDED_KINDS,
  type Strength,
  STRENGTHS,
} from './evidence-kinds.js';
import { VOUCHING_STATES, type VouchingState } from './vouching/vouching-states.js';
import { type Picture, PICTURES } from './photos/photo-sources.js';
import { IDENTITY_STATES, type IdentityState } from './identity-judgement.js';
import { type Level, LEVEL_RULE_CODES, type LevelRuleCode } from './identity-level.js';

const IdList = (description: string) =>
  Texts({ max: 36, maxItems: 50, description, example: ['01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11'] });
const LevelField = (description: string) =>
  Whole({ min: 1, max: 3, nullable: true, example: 2, description });

export class EvidenceRequest {
  @Choice(RECORDED_KINDS, {
    description:
      '`registry-match` and `interview` typed here carry no further than level 1, which takes two officers: ask the registry, or have questions drawn.',
  })
  kind: (typeof RECORDED_KINDS)[number];
  @Flag({ description: 'Whether it agrees with what the person reported.' }) agrees: boolean;
  @Text({
    lines: true,
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
    description:
      'With a referee only: their own registration. A referee without one counts for nothing; with one, once they confirm that they vouch.',
  })
  refereeReference?: string;
  @Text({
    max: 100,
    optional: true,
    example: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    description:
      'Of a passport, a copy of one or an identity card: its machine-readable lines. Check digits are verified, and what they say is compared with what the person reported.',
  })
  mrz?: string;
  @Text({
    max: 30,
    optional: true,
    example: 'X1234567',
    description: 'The number of the same documents, where it was read without the lines.',
  })
  documentNumber?: string;
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
  @Choice(ORIGINS, { description: 'Who or what says so.' }) origin: Origin;
  /** A referee carries as far as they are verified, once they confirmed it; what was typed in place of an answer, to level 1. */
  @Whole({ min: 0, max: 3, example: 3, description: 'No level above this rests on it.' })
  ceiling: Level | 0;
  @Choice(VOUCHING_STATES, {
    nullable: true,
    description: 'What a referee says of it: asked until they answer.',
  })
  vouching: VouchingState | null;
  @Id() recordedBy: string;
  @Instant() recordedAt: string;
}

export class IdentitySuggestion {
  @Choice(['verified', 'more-needed'] as const) outcome: 'verified' | 'more-needed';
  @LevelField('What the evidence carries.') level: Level | null;
  @Choices(DECISION_REASONS) reasons: DecisionReason[];
  @Whole({ min: 1, max: 2, description: 'How many officers it takes.' }) officers: 1 | 2;
}

/** Where evidence says something else than the person reported. */
export class ContradictionResponse {
  @Id() id: string;
  @Id() evidenceId: string;
  @Choice(CONTRADICTION_CODES) code: ContradictionCode;
  @Instant() raisedAt: string;
  @Id({ nullable: true }) resolvedBy: string | null;
  @Instant({ nullable: true }) resolvedAt: string | null;
}

/** What a decision rests on. */
export class DecisionGrounds {
  @Choice(LEVEL_RULE_CODES, {
    nullable: true,
    description: 'Under which the evidence carries the level; none where nobody was verified.',
  })
  rule: LevelRuleCode | null;
  @IdList('The evidence that the level rests on.') evidence: string[];
  @IdList('Who decided, in order.') officers: string[];
}

/** What one officer concluded. */
export class ConclusionResponse {
  @Choice(SEATS) seat: (typeof SEATS)[number];
  @Id() officer: string;
  @Choice(OUTCOMES) outcome: Outcome;
  @Choices(DECISION_REASONS) reasons: DecisionReason[];
  @Instant() givenAt: string;
}

/** A case that takes more than one officer. Nobody sees what another concluded before two have. */
export class ReviewResponse {
  @Count({ example: 1 }) round: number;
  @Choice(REVIEW_SEATS) awaits: ReviewSeat;
  @Id({ nullable: true, description: 'Drawn by lot; null while nobody is free.' }) assignedTo: string | null;
  @Flag() assignedToYou: boolean;
  @Listed(() => ConclusionResponse, { description: "The reader's own; all once two are in." })
  conclusions: ConclusionResponse[];
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
  @Listed(() => ContradictionResponse, {
    description: 'Oldest first. Each that is not resolved stands in the way of verified.',
  })
  contradictions: ContradictionResponse[];
  @Nested(() => DecisionGrounds, { nullable: true }) why: DecisionGrounds | null;
  @Nested(() => ReviewResponse, { nullable: true }) review: ReviewResponse | null;
  @Choices(PICTURES, { description: 'Which pictures of the person there are.' }) pictures: Picture[];
  @Flag({ description: 'Whether the reader declared a tie to the person and keeps away.' }) tied: boolean;
  @Nested(() => IdentitySuggestion) suggestion: IdentitySuggestion;
  @Listed(() => EarlierDecision, { description: 'Oldest first.' }) earlierDecisions: EarlierDecision[];
  @Count({ example: 2 }) version: number;
}

export class ResolutionRequest {
  @Text({
    lines: true,
    max: 1000,
    min: 8,
    example: 'The passport leaves out the last name, as the family card shows',
    description: 'Why it does not stand in the way. Kept sealed.',
  })
  reason: string;
}
