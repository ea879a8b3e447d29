import { violatedConstraint } from '../../platform/database/violated-constraint.js';
import { Problem } from '../../platform/problems/problem.js';

const REFUSALS: Readonly<Record<string, string>> = {
  one_open_application_per_person: 'application-open',
  one_receipt_pays_once: 'receipt-used',
  one_valid_document_per_person: 'document-valid',
};

/** What the database would not have of an application or an issue, as a Problem; anything else as it was thrown. */
export function applicationRefusal(error: unknown): unknown {
  const code = REFUSALS[violatedConstraint(error) ?? ''];
  return code === undefined ? error : new Problem('conflict', code);
}
