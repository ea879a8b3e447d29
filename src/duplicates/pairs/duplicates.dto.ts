import { Choice, Count, Decimal, Id, Instant, Listed, Nested, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { ContactRequest } from '../../registrations/intake/intake.dto.js';
import { CaseResponse, IdentityResponse } from '../../registrations/registrations.dto.js';
import type { Outcome } from '../matching/model.js';
import { type Decision, DECISIONS, PAIR_STATUSES, type PairStatus } from './pair-status.js';

const PROPOSALS = ['same', 'review', 'different'] as const satisfies Outcome[];

export class DuplicatesQuery extends PageQuery {
  @Choice(PAIR_STATUSES, { optional: true, description: 'Those that wait for a decision if not given.' })
  status?: PairStatus;
}

/** What the engine saw of one field, and how much it weighs. */
export class ReasonResponse {
  @Text({ max: 60, example: 'birthDate' }) field: string;
  @Text({ max: 60, example: 'day-month-swapped' }) level: string;
  @Decimal({
    min: -1000,
    max: 1000,
    example: 12.3,
    description: 'Bits; above zero speaks for one person, below against.',
  })
  bits: number;
}

/** One of two registrations, as a list shows it: nothing of who the person is. */
export class PairedCaseResponse {
  @Id() id: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Text({ max: 20, example: 'self' }) channel: string;
  @Instant() receivedAt: string;
}

class PairFacts {
  @Id() id: string;
  @Choice(PAIR_STATUSES) status: PairStatus;
  @Choice(PROPOSALS, { description: '`same`: surely one person. `review`: to be looked at.' })
  proposal: Outcome;
  @Decimal({ min: 0, max: 1, example: 0.9997, description: 'That both are one person.' }) probability: number;
  @Listed(() => ReasonResponse) reasons: ReasonResponse[];
  @Instant() foundAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Count({ example: 1 }) version: number;
}

export class DuplicateResponse extends PairFacts {
  @Nested(() => PairedCaseResponse) first: PairedCaseResponse;
  @Nested(() => PairedCaseResponse) second: PairedCaseResponse;
}

export class DuplicatesPage {
  @Listed(() => DuplicateResponse) items: DuplicateResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

/** A merge that is in force. */
export class MergeResponse {
  @Id() id: string;
  @Id({ description: 'Under which the person is helped.' }) keptId: string;
  @Instant() mergedAt: string;
  @Count({ example: 1 }) version: number;
}

/** Both cases side by side, masked. */
export class DuplicateComparisonResponse extends PairFacts {
  @Nested(() => CaseResponse) first: CaseResponse;
  @Nested(() => CaseResponse) second: CaseResponse;
  @Id({ nullable: true, description: 'Which case would be kept.' }) keep: string | null;
  @Text({
    max: 60,
    nullable: true,
    example: null,
    description: 'Code of what keeps them from being merged.',
  })
  obstacle: string | null;
  @Nested(() => MergeResponse, { nullable: true }) merge: MergeResponse | null;
}

export class DuplicateDecisionRequest {
  @Choice(DECISIONS, { description: '`same` merges the two cases; `unsure` leaves them for later.' })
  decision: Decision;
  @Id({ optional: true, description: 'With `same`: under which case the person is helped from now on.' })
  keep?: string;
  @Text({ max: 300, optional: true, example: 'Both receipts in hand' }) reason?: string;
}

export class PairDisclosureRequest {
  @Text({ max: 300, min: 8, example: 'Both receipts in hand, comparing the names' }) reason: string;
}

/** What tells two people apart or shows that they are one; where somebody is stays covered. */
export class DisclosedSide {
  @Nested(() => IdentityResponse) identity: IdentityResponse;
  @Nested(() => ContactRequest) contact: ContactRequest;
}

export class PairDisclosureResponse {
  @Nested(() => DisclosedSide) first: DisclosedSide;
  @Nested(() => DisclosedSide) second: DisclosedSide;
}
