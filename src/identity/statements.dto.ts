import { Choice, Id, Listed, Text } from '../platform/http/fields.js';
import { EVIDENCE_KINDS, type EvidenceKind } from './evidence-kinds.js';

export class StatementsRequest {
  @Text({ max: 300, min: 8, example: 'Second look before the document is approved' }) reason: string;
}

class EvidenceStatement {
  @Id() evidenceId: string;
  @Choice(EVIDENCE_KINDS) kind: EvidenceKind;
  @Text({ max: 2000, example: 'Names the teacher and the village market' }) statement: string;
}

/** What each piece of evidence says, oldest first. */
export class StatementsResponse {
  @Listed(() => EvidenceStatement) statements: EvidenceStatement[];
}
