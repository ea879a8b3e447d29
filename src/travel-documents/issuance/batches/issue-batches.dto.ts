import { Choice, Count, Id, Instant, Listed, Text, Texts } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/keyset.js';

/** So many at once: more than a day's work of a post. */
export const MOST_IN_BATCH = 2000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const BATCH_STATES = ['running', 'done'] as const;
export const ITEM_STATES = ['waiting', 'issued', 'failed'] as const;
type ItemState = (typeof ITEM_STATES)[number];

export class IssueBatchRequest {
  @Texts({
    max: 36,
    maxItems: MOST_IN_BATCH,
    pattern: UUID,
    example: ['01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11'],
    optional: true,
    description:
      'Approved applications; all that are approved and not yet issued if not given. Families come whole.',
  })
  applicationIds?: string[];
}

export class IssueBatchResponse {
  @Id() id: string;
  @Choice(BATCH_STATES) state: (typeof BATCH_STATES)[number];
  @Count({ example: 1440 }) total: number;
  @Count({ example: 1438 }) issued: number;
  @Count({
    example: 2,
    description: 'Still approved: they can be issued once what stood in the way is gone.',
  })
  failed: number;
  @Id() startedBy: string;
  @Instant() startedAt: string;
  @Instant({ description: 'When the last of them was done.' }) progressedAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
}

export class IssueBatchPage {
  @Listed(() => IssueBatchResponse) items: IssueBatchResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

export class IssueBatchItemQuery extends PageQuery {
  @Choice(ITEM_STATES, { optional: true }) state?: ItemState;
}

export class IssueBatchItemResponse {
  @Id() applicationId: string;
  @Id() registrationId: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Choice(ITEM_STATES) state: ItemState;
  @Id({ nullable: true }) documentId: string | null;
  @Text({ max: 9, nullable: true, example: 'XA0000001' }) number: string | null;
  @Text({ max: 60, nullable: true, example: null, description: 'Code of the problem that stood in the way.' })
  failure: string | null;
}

export class IssueBatchItemPage {
  @Listed(() => IssueBatchItemResponse) items: IssueBatchItemResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}
