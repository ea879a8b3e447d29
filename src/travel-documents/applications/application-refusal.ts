import { refusalBy } from '../../platform/problems/refused-by.js';

/** What the database would not have of an application or an issue, as a Problem; anything else as it was thrown. */
export const applicationRefusal = (error: unknown): unknown =>
  refusalBy(
    {
      one_open_application_per_person: 'application-open',
      one_receipt_pays_once: 'receipt-used',
      one_valid_document_per_person: 'document-valid',
    },
    error,
  );
