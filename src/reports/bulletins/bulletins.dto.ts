import {
  Choice,
  Count,
  Day,
  Flag,
  Instant,
  Listed,
  Nested,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { DefinitionResponse, FiguresResponse, PostQuery } from '../figures/figures.dto.js';
import { FIGURE_CODES, type Figure } from '../figures/figures.js';

const POST = { max: 3, min: 3, pattern: /^[A-Z]{3}$/, optional: true, example: 'PNH' };

export class BulletinRequest {
  @Day({ description: 'Today at the post or a day before: never one to come.' }) day: string;
  @Text(POST) post?: string;
}

export class RevisionRequest {
  @Text({
    lines: true,
    max: 500,
    min: 8,
    example: 'Two people were counted twice.',
    description: 'Published; name nobody.',
  })
  because: string;
  @Text(POST) post?: string;
}

/** The day that a bulletin is of. */
export class BulletinPath {
  @Day() day: string;
}

export class BulletinQuery extends PostQuery {
  @Whole({ min: 1, max: 9999, optional: true, example: 1, description: 'The newest if not given.' })
  revision?: number;
}

export class BulletinsQuery extends PageQuery {
  @Text(POST) post?: string;
}

export class FigureChangeResponse {
  @Choice(FIGURE_CODES) figure: Figure;
  @Choice(['of-the-day', 'cumulative'] as const) cell: 'of-the-day' | 'cumulative';
  @Count({ nullable: true, example: 122 }) before: number | null;
  @Count({ nullable: true, example: 120 }) after: number | null;
}

/** A day's figures as published. They never change; a correction is the next revision. */
export class BulletinResponse {
  @Text({ max: 3, example: 'PNH' }) post: string;
  @Day() day: string;
  @Count({ example: 1 }) revision: number;
  @Instant({ description: 'When it was counted.' }) asOf: string;
  @Text({ max: 60, example: 'Asia/Phnom_Penh' }) timeZone: string;
  @Flag({ description: 'Whether the day was over when it was counted.' }) complete: boolean;
  @Text({
    max: 500,
    nullable: true,
    example: null,
    description: 'Why this revision was made; null for the first.',
  })
  changedBecause: string | null;
  @Listed(() => FigureChangeResponse, { description: 'What this revision changed in the one before.' })
  changes: FigureChangeResponse[];
  @Flag({ description: 'Whether small counts are withheld from this reader.' }) suppressed: boolean;
  @Nested(() => FiguresResponse) figures: FiguresResponse;
  @Nested(() => FiguresResponse) cumulative: FiguresResponse;
  @Listed(() => DefinitionResponse) definitions: DefinitionResponse[];
  @Text({
    max: 64,
    nullable: true,
    example: '9f86d081884c7d65',
    description:
      'SHA-256 of the exact figures, hexadecimal; null where some are withheld, as they could be guessed from it.',
  })
  figuresHash: string | null;
}

export class BulletinSummary {
  @Day() day: string;
  @Count({ example: 1, description: 'The newest.' }) revision: number;
  @Instant() asOf: string;
  @Flag({ description: 'Whether the day was over when it was counted.' }) complete: boolean;
}

export class BulletinList {
  @Text({ max: 3, example: 'PNH' }) post: string;
  @Text({ max: 60, example: 'Asia/Phnom_Penh' }) timeZone: string;
  @Day({ nullable: true, description: 'The last day that is over, where it has no bulletin yet.' }) toFreeze:
    string | null;
  @Listed(() => BulletinSummary, { description: 'Newest day first.' }) items: BulletinSummary[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}
