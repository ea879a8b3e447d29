import { Choice, Count, Day, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import {
  DOCUMENT_TRANSITIONS,
  type DocumentStatus,
  REVOCATION_REASONS,
  type RevocationReason,
} from './document-status.js';

const STATUSES = Object.keys(DOCUMENT_TRANSITIONS) as DocumentStatus[];

export class RevocationRequest {
  @Choice(REVOCATION_REASONS) reason: RevocationReason;
}

/** A document, without anything that is printed on it about its holder. */
export class TravelDocumentResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Id() applicationId: string;
  @Text({ max: 9, example: 'XA0000001' }) number: string;
  @Choice(STATUSES) status: DocumentStatus;
  @Day({ description: 'The last day on which it is good.' }) validUntil: string;
  @Id() issuedBy: string;
  @Instant() issuedAt: string;
  @Instant({ nullable: true, example: null }) endedAt: string | null;
  @Text({
    max: 40,
    nullable: true,
    example: null,
    description: 'Why it ended: how it was used, revoked, or ran out.',
  })
  endedReason: string | null;
  @Count({ example: 1 }) version: number;
}

export class TravelDocumentList {
  @Listed(() => TravelDocumentResponse) items: TravelDocumentResponse[];
}
