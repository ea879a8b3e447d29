import { stringify } from 'csv-stringify/sync';
import type { ExportResponse } from './exports.dto.js';

/** The day as CSV (RFC 4180) with a header row, for programs: numbers and codes only, nothing that a spreadsheet could run or misread. */
export const exportCsv = ({ items }: ExportResponse): string =>
  stringify(
    items.map(({ number, type, kind, issuer, status, date }) => [number, type, kind, issuer, status, date]),
    {
      header: true,
      columns: ['number', 'type', 'kind', 'issuer', 'status', 'date'],
      record_delimiter: '\r\n',
    },
  );
