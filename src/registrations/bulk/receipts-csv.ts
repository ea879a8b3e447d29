import { spreadsheetCsv } from '../../platform/http/spreadsheet-csv.js';
import type { BulkReceiptResponse } from './bulk-intakes.dto.js';

/** Receipts as CSV. */
export const receiptsCsv = (items: readonly BulkReceiptResponse[]): string =>
  spreadsheetCsv([
    ['row', 'row_id', 'full_name', 'reference', 'access_code'],
    ...items.map(({ row, rowId, fullName, reference, accessCode }) => [
      row,
      rowId ?? '',
      fullName,
      reference,
      accessCode,
    ]),
  ]);
