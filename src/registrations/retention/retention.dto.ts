import { Choice, Count, Id, Instant, Listed, Whole } from '../../platform/http/fields.js';
import { CHOSEN_PERIODS, KEPT_KINDS, type KeptKind } from './retention-periods.js';

const { cases, messages } = CHOSEN_PERIODS;

export class KeptForResponse {
  @Choice(KEPT_KINDS) kind: KeptKind;
  @Count({
    nullable: true,
    example: 730,
    description: 'Days; nothing where something else says when, as the last day of a document.',
  })
  days: number | null;
  @Count({ nullable: true, example: 30, description: 'The fewest days that the post may choose.' })
  least: number | null;
  @Count({ nullable: true, example: 3650 }) most: number | null;
}

/** How long a post keeps what it knows. */
export class RetentionResponse {
  @Id() postId: string;
  @Listed(() => KeptForResponse) items: KeptForResponse[];
  @Instant({ nullable: true, description: 'Last changed. Nobody is erased by a period within a day of it.' })
  changedAt: string | null;
  @Count({ example: 1 }) version: number;
}

export class RetentionQuery {
  @Id({ optional: true, description: 'For whoever works for several posts.' }) postId?: string;
}

/** Days from the end of a case, and from a message's sending. */
export class RetentionPeriodsRequest extends RetentionQuery {
  @Whole({ min: cases.least, max: cases.most, example: 730 }) caseDays: number;
  @Whole({ min: messages.least, max: messages.most, example: 90 }) messageDays: number;
}

export class RetentionChangeRequest extends RetentionPeriodsRequest {
  @Whole({
    min: 0,
    max: 2_000_000_000,
    example: 12,
    description: 'How many cases become due by this, as a preview said. With more, nothing is changed.',
  })
  casesSeen: number;
}

/** What a change would do: how much is due now, and how much would be. */
export class RetentionEffectResponse {
  @Count({ example: 3 }) casesDue: number;
  @Count({ example: 15, description: 'At most: one that a duty keeps is not erased yet.' })
  casesDueThen: number;
  @Count({ example: 0 }) messagesDue: number;
  @Count({ example: 120 }) messagesDueThen: number;
}
