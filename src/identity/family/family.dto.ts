import { Choice, Flag, Id, Instant, Listed, Nested, Text } from '../../platform/http/fields.js';
import { BirthDateRequest } from '../../registrations/intake/intake.dto.js';

export class FamilyQuestionRequest {
  @Text({
    lines: true,
    max: 1000,
    min: 8,
    example: 'Mother Ibu Contoh in Kampung Contoh: which school, which scar?',
    description: 'Whom to ask at home and what. Kept sealed. Never where the person is.',
  })
  question: string;
}

export class FamilyRequestState {
  @Id() id: string;
  @Choice(['open', 'answered'] as const) state: 'open' | 'answered';
  @Instant() askedAt: string;
  @Instant({ nullable: true }) answeredAt: string | null;
}

export class FamilyRequestsResponse {
  @Listed(() => FamilyRequestState, { description: 'Latest first.' }) items: FamilyRequestState[];
}

/** What the home ministry gets to see: who is asked about and what, not where they are or why. */
export class OpenFamilyRequest {
  @Id() id: string;
  @Text({ max: 200, example: 'Siti Contoh' }) fullName: string;
  @Nested(() => BirthDateRequest) birthDate: BirthDateRequest;
  @Text({ max: 100, nullable: true, example: 'Sumatera Utara' }) homeProvince: string | null;
  @Text({ max: 1000, example: 'Mother Ibu Contoh in Kampung Contoh: which school, which scar?' })
  question: string;
  @Instant() askedAt: string;
}

export class OpenFamilyRequestsResponse {
  @Listed(() => OpenFamilyRequest, { description: 'Longest waiting first; 50 at most.' })
  items: OpenFamilyRequest[];
}

export class FamilyAnswerRequest {
  @Flag({ description: 'Whether the family knows the person as they describe themselves.' })
  confirms: boolean;
  @Text({
    lines: true,
    max: 2000,
    min: 3,
    example: 'The mother names the same school and the scar',
    description: 'Kept sealed.',
  })
  answer: string;
}
