import { stringify } from 'csv-stringify/sync';
import type { BulkReceiptResponse } from './bulk-intakes.dto.js';

/**
 * Receipts as CSV (RFC 4180), with a byte order mark, without which spreadsheets read names as something else. Text that
 * they would take for a formula is quoted with an apostrophe.
 */
export const receiptsCsv = (items: readonly BulkReceiptResponse[]): string =>
  stringify(
    [
      ['row', 'row_id', 'full_name', 'reference', 'access_code'],
      ...items.map(({ row, rowId, fullName, reference, accessCode }) => [
        row,
        rowId ?? '',
        fullName,
        reference,
        accessCode,
      ]),
    ],
    { record_delimiter: '\r\n', escape_formulas: true, bom: true },
  );
