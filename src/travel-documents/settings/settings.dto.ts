import { Amount, Count, Decimal, Flag, Text } from '../../platform/http/fields.js';

export class DocumentFeeRequest {
  @Decimal({ min: 0, max: 9_999_999, example: 100000, description: 'Zero: nobody pays.' }) fee: number;
  @Text({ max: 3, pattern: /^[A-Z]{3}$/, example: 'IDR', description: 'ISO 4217.' }) currency: string;
}

export class DocumentSettingsResponse {
  @Amount({ example: 100000, description: 'What a document costs where the fee is not waived.' }) fee: number;
  @Text({ max: 3, example: 'IDR' }) currency: string;
  @Text({ max: 2, nullable: true, example: 'XA', description: 'What the post’s numbers begin with.' })
  prefix: string | null;
  @Text({ max: 9, nullable: true, example: 'XA0000120' }) lastNumber: string | null;
  @Flag({ description: 'Documents go onto counted blank sheets: from the first counted batch on.' })
  blanksRequired: boolean;
  @Count({ example: 4880 }) blanksInStock: number;
}
