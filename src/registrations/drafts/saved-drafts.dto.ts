import { Instant, Text } from '../../platform/http/fields.js';

/** Room for a group of ten with everything told. */
export const LONGEST_DRAFT = 120_000;

export class DraftRequest {
  @Text({
    max: LONGEST_DRAFT,
    example: '{"fullName":"Budi Contoh"}',
    description: 'Whatever the client keeps.',
  })
  content: string;
}

/** Both together open the draft; neither of them alone. */
export class DraftAccessRequest {
  @Text({ max: 40, example: 'SAV-7K3M-Q2XD-5' }) reference: string;
  @Text({ max: 40, example: '4TRWZ-9K2MX' }) accessCode: string;
}

export class DraftReplacementRequest extends DraftAccessRequest {
  @Text({ max: LONGEST_DRAFT, example: '{"fullName":"Budi Contoh"}' }) content: string;
}

/** Shown once. It is no registration: nobody is counted or helped by it yet. */
export class SavedDraftResponse {
  @Text({ max: 20, example: 'SAV-7K3M-Q2XD-5' }) reference: string;
  @Text({ max: 12, example: '4TRWZ-9K2MX' }) accessCode: string;
  @Instant({ description: 'Forgotten from then on.' }) expiresAt: string;
}

export class DraftContentResponse {
  @Text({ max: LONGEST_DRAFT, example: '{"fullName":"Budi Contoh"}' }) content: string;
  @Instant() expiresAt: string;
}
