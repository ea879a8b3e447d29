import { Instant, Listed, Nested, Text, Texts } from '../../platform/http/fields.js';

export class RevokedDocuments {
  @Instant() asOf: string;
  @Text({ max: 3, example: 'IDN' }) issuer: string;
  @Texts({ max: 9, maxItems: 1_000_000, example: ['XA0000001'] }) numbers: string[];
}

export class SignedRevokedDocuments {
  @Nested(() => RevokedDocuments) list: RevokedDocuments;
  @Text({
    max: 400,
    example: 'eyJhbGciOiJFUzI1NiJ9..c2lnbmF0dXJl',
    description:
      'JSON Web Signature with detached content (RFC 7515 appendix F) over the list in canonical JSON (RFC 8785), by the ' +
      'seal signer that `kid` names.',
  })
  signature: string;
}

export class RevokedDocumentsPage {
  @Listed(() => SignedRevokedDocuments) lists: SignedRevokedDocuments[];
}
