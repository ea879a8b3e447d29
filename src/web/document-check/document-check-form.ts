import { Text } from '../../platform/http/fields.js';
import type { DocumentCheckRequest } from '../../travel-documents/checks/document-checks.dto.js';

/** What somebody copies from a document, or takes from its seal with a reader. */
export class DocumentCheckForm {
  @Text({ max: 20, optional: true }) documentNumber?: string;
  @Text({ max: 80, optional: true }) lineOne?: string;
  @Text({ max: 80, optional: true }) lineTwo?: string;
  @Text({ max: 1000, optional: true }) seal?: string;
}

export function toCheckRequest({
  documentNumber,
  lineOne,
  lineTwo,
  seal,
}: DocumentCheckForm): DocumentCheckRequest {
  const lines = [lineOne, lineTwo].filter((line) => line !== undefined);
  return { number: documentNumber, lines: lines.length > 0 ? lines : undefined, seal };
}
