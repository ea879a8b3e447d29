import { Choice, Flag, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import { TIE_KINDS, type TieKind } from './tie-kinds.js';

export const REVIEW_SEATS = ['second', 'third'] as const;
export type ReviewSeat = (typeof REVIEW_SEATS)[number];
export const SEATS = ['first', ...REVIEW_SEATS] as const;

/** A case on which the lot has fallen. */
export class AssignedCaseResponse {
  @Id() registrationId: string;
  @Text({ max: 40, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Choice(SEATS, {
    description: 'First: whom the hall brought to nobody. Third: an approver, where two officers differ.',
  })
  seat: (typeof SEATS)[number];
  @Instant() assignedAt: string;
}

export class OwnReviewsResponse {
  @Flag({ description: 'Whether the lot may fall on the caller while they are signed in.' })
  available: boolean;
  @Listed(() => AssignedCaseResponse, { description: 'Longest waiting first.' })
  items: AssignedCaseResponse[];
}

export class AvailabilityRequest {
  @Flag({ description: 'False gives back what is assigned: others are drawn for it.' }) available: boolean;
}

export class TieRequest {
  @Choice(TIE_KINDS) kind: TieKind;
}
