import {
  Choice,
  Count,
  Decimal,
  Id,
  Instant,
  Listed,
  Text,
  Texts,
  Whole,
} from '../../platform/http/fields.js';
import { COUNT_EXPLANATIONS, type CountExplanation } from './blank-status.js';
import { SERIAL } from './blank-serial.js';

/** What one of two people counted. */
export class ShiftCountRequest {
  @Whole({ min: 0, max: 1_000_000, example: 4871 }) counted: number;
  @Choice(COUNT_EXPLANATIONS, {
    optional: true,
    description: 'Required of the second person where count and register differ.',
  })
  explanation?: CountExplanation;
}

export class ShiftCountResponse {
  @Id() id: string;
  @Id() firstBy: string;
  @Instant() firstAt: string;
  @Id({ nullable: true }) secondBy: string | null;
  @Instant({ nullable: true }) secondAt: string | null;
  @Count({ nullable: true, description: 'Shown when both have counted.' }) counted: number | null;
  @Count({ nullable: true }) expected: number | null;
  @Decimal({ min: -1_000_000, max: 1_000_000, nullable: true, example: 0 }) difference: number | null;
  @Text({ max: 40, nullable: true, example: null }) explanation: string | null;
  @Count({ example: 1 }) version: number;
}

export class ShiftCountList {
  @Listed(() => ShiftCountResponse) items: ShiftCountResponse[];
}

export class DestructionRequest {
  @Texts({ max: 10, maxItems: 500, pattern: SERIAL, example: ['SPM0000001'] }) serials: string[];
}

export class DestructionResponse {
  @Id() id: string;
  @Texts({ max: 10, maxItems: 500, example: ['SPM0000001'] }) serials: string[];
  @Id() proposedBy: string;
  @Instant() proposedAt: string;
  @Id({ nullable: true }) witnessedBy: string | null;
  @Instant({ nullable: true }) witnessedAt: string | null;
  @Count({ example: 1 }) version: number;
}

export class DestructionList {
  @Listed(() => DestructionResponse) items: DestructionResponse[];
}
