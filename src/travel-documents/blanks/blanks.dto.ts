import { Choice, Count, Flag, Id, Instant, Listed, Text, Texts, Whole } from '../../platform/http/fields.js';
import { BLANK_STATUSES, type BlankStatus, SPOILING_REASONS, type SpoilingReason } from './blank-status.js';
import { SERIAL } from './blank-serial.js';

const MOST = 9_999_999;

export class BatchRequest {
  @Text({ min: 3, max: 3, pattern: /^[A-Z]{3}$/, example: 'SPM', description: 'The printer’s letters.' })
  series: string;
  @Whole({ min: 0, max: MOST, example: 1 }) first: number;
  @Whole({ min: 0, max: MOST, example: 5000, description: 'At most 10,000 blanks in a batch.' }) last: number;
}

export class BatchCountRequest {
  @Whole({ min: 0, max: 10_000, example: 5000 }) counted: number;
  @Texts({
    max: 10,
    maxItems: 100,
    pattern: SERIAL,
    example: [],
    description: 'The blanks that are not there.',
  })
  missing: string[];
}

export class BatchResponse {
  @Id() id: string;
  @Text({ max: 10, example: 'SPM0000001' }) first: string;
  @Text({ max: 10, example: 'SPM0005000' }) last: string;
  @Count({ example: 5000 }) blanks: number;
  @Count({ example: 0 }) missing: number;
  @Id() receivedBy: string;
  @Instant() receivedAt: string;
  @Id({ nullable: true }) countedBy: string | null;
  @Instant({ nullable: true }) countedAt: string | null;
  @Count({ example: 1 }) version: number;
}

export class BatchList {
  @Listed(() => BatchResponse) items: BatchResponse[];
}

export class BlankFigure {
  @Choice(BLANK_STATUSES) status: BlankStatus;
  @Count() blanks: number;
}

export class BlankStockResponse {
  @Flag({ description: 'Documents are printed on numbered blanks only.' }) required: boolean;
  @Count({ example: 5000 }) inStock: number;
  @Text({ max: 10, nullable: true, example: 'SPM0000001' }) next: string | null;
  @Listed(() => BlankFigure) figures: BlankFigure[];
  @Instant() asOf: string;
}

export class SpoilageRequest {
  @Text({ max: 10, pattern: SERIAL, example: 'SPM0000001' }) serial: string;
  @Choice(SPOILING_REASONS) reason: SpoilingReason;
}

export class TheftRequest {
  @Texts({ max: 10, maxItems: 500, pattern: SERIAL, example: ['SPM0000001'] }) serials: string[];
}

export class BlankResponse {
  @Text({ max: 10, example: 'SPM0000001' }) serial: string;
  @Choice(BLANK_STATUSES) status: BlankStatus;
  @Text({ max: 40, nullable: true, example: 'misprint' }) reason: string | null;
  @Id({ nullable: true, description: 'What was printed on it.' }) documentId: string | null;
  @Text({ max: 10, nullable: true, example: 'SPM0000002' }) replacedBy: string | null;
  @Instant() changedAt: string;
}

export class BlankList {
  @Listed(() => BlankResponse) items: BlankResponse[];
}
