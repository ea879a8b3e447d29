import { Choice, Count, Id, Instant, Listed } from '../../platform/http/fields.js';

export const CLOSURE_REASONS = ['holiday', 'safety', 'health', 'technical', 'other'] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

export class ClosureRequest {
  @Instant() from: string;
  @Instant({ example: '2026-01-16T10:00:00.000Z' }) to: string;
  @Choice(CLOSURE_REASONS, { description: 'For the record; people are told only that the post is closed.' })
  reason: ClosureReason;
}

export class ClosureResponse {
  @Id() id: string;
  @Instant() from: string;
  @Instant() to: string;
  @Choice(CLOSURE_REASONS) reason: ClosureReason;
  @Instant() announcedAt: string;
  @Instant({ nullable: true }) liftedAt: string | null;
  @Count({ description: 'People whose appointment lies in it and who are not booked again yet.' })
  toBeBooked: number;
  @Count({ example: 1 }) version: number;
}

export class ClosureList {
  @Listed(() => ClosureResponse) items: ClosureResponse[];
}
