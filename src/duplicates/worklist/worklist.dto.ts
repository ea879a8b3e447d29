import { Choice, Count, Decimal, Flag, Id, Listed, Nested, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { DuplicateResponse, PairedCaseResponse } from '../pairs/duplicates.dto.js';

export const WORKLIST_PARTS = ['now', 'later'] as const;
export type WorklistPart = (typeof WORKLIST_PARTS)[number];

export class WorklistQuery extends PageQuery {
  @Choice(WORKLIST_PARTS, {
    optional: true,
    description: '`later`: the least sure ones, beyond the 2 % of registrations that there is time for.',
  })
  part?: WorklistPart;
}

/** One person, by all that is known so far, with all their reports. */
export class DuplicateGroupResponse {
  @Id({ description: 'Of the surest pair.' }) id: string;
  @Decimal({ min: 0, max: 1, example: 0.9997, description: 'Of the surest pair.' }) probability: number;
  @Flag({ description: 'Each is surely the same as each other: all can be merged at once.' }) sure: boolean;
  @Listed(() => PairedCaseResponse, { description: 'The earliest first.' }) cases: PairedCaseResponse[];
  @Listed(() => DuplicateResponse, { description: 'The surest first.' }) pairs: DuplicateResponse[];
}

export class WorklistPage {
  @Listed(() => DuplicateGroupResponse) items: DuplicateGroupResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
  @Count({ example: 12, description: 'Items to decide on now.' }) now: number;
  @Count({ example: 3, description: 'Items that wait until there is time.' }) later: number;
}

export class SeenPair {
  @Id() id: string;
  @Whole({ min: 1, max: 2_000_000_000, example: 1, description: 'As it was seen.' }) version: number;
}

export class GroupMergeRequest {
  @Nested(() => SeenPair, { array: true, max: 66 }) pairs: SeenPair[];
  @Text({ max: 300, optional: true, example: 'All four receipts in hand' }) reason?: string;
}

export class GroupMergeResponse {
  @Id({ description: 'Under which the person is helped from now on.' }) keptId: string;
  @Count({ example: 3, description: 'Cases that were merged into it.' }) merged: number;
}
