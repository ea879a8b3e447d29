import { Listed, Text, Whole } from '../../platform/http/fields.js';
import { CaseResponse } from '../registrations.dto.js';

/** One exact thing to look for, never a fragment. */
export class SearchRequest {
  @Text({ max: 40, optional: true, example: 'PNH-7K3M-Q2XD-5' }) reference?: string;
  @Text({ max: 200, optional: true, example: 'Budi Contoh' }) fullName?: string;
  @Whole({
    min: 1890,
    max: 2200,
    optional: true,
    example: 1998,
    description: 'With the name: as it was reported.',
  })
  birthYear?: number;
  @Text({ max: 32, optional: true, example: 'X1234567' }) documentNumber?: string;
  @Text({ max: 32, optional: true, example: '+85512345678' }) phone?: string;
  @Text({ max: 300, min: 8, example: 'Stands at my counter without the receipt' }) reason: string;
}

export class SearchResponse {
  @Listed(() => CaseResponse, { description: 'At most ten.' }) items: CaseResponse[];
}
