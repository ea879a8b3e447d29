import { Choice, Count, Day, Flag, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import {
  DOCUMENT_TRANSITIONS,
  type DocumentStatus,
  COLLECTORS,
  type Collector,
  REVOCATION_REASONS,
  type RevocationReason,
  VOIDING_REASONS,
  type VoidingReason,
} from './document-status.js';

const STATUSES = Object.keys(DOCUMENT_TRANSITIONS) as DocumentStatus[];

export class RevocationRequest {
  @Choice(REVOCATION_REASONS) reason: RevocationReason;
}

/** That somebody signed for the document, seen by the officer. */
export class CollectionRequest {
  @Flag({ description: 'The officer saw the signature. Must be true.' }) signed: boolean;
  @Choice(COLLECTORS) by: Collector;
  @Text({
    max: 100,
    optional: true,
    example: 'Rina Contoh',
    description: 'Required of somebody else than the holder.',
  })
  collectorName?: string;
  @Text({
    max: 60,
    optional: true,
    example: 'Letter of 16 January',
    description: 'What authorises them; required of somebody else than the holder.',
  })
  authorisation?: string;
}

export class VoidingRequest {
  @Choice(VOIDING_REASONS) reason: VoidingReason;
}

/** Which document was found or handed in. */
export class DocumentNumberQuery {
  @Text({ max: 9, min: 9, pattern: /^[A-Z]{2}\d{7}$/, example: 'XA0000001' }) number: string;
}

/** A document, without anything that is printed on it about its holder. */
export class TravelDocumentResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Id() applicationId: string;
  @Text({ max: 9, example: 'XA0000001' }) number: string;
  @Text({ max: 10, nullable: true, example: 'SPM0000001', description: 'The sheet it is printed on.' })
  blank: string | null;
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
  @Instant({ nullable: true, example: null }) collectedAt: string | null;
  @Choice(COLLECTORS, { nullable: true }) collectedAs: Collector | null;
  @Instant({ nullable: true, example: null, description: 'Given back at the final border.' })
  handedInAt: string | null;
  @Count({ example: 1 }) version: number;
}

export class TravelDocumentList {
  @Listed(() => TravelDocumentResponse) items: TravelDocumentResponse[];
}
