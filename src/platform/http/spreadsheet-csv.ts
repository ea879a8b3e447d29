import { stringify } from 'csv-stringify/sync';

/**
 * A table as CSV (RFC 4180) for people who open it in a spreadsheet: with a byte order mark, without which Excel reads names as
 * something else. Text that they would take for a formula is quoted with an apostrophe.
 */
export const spreadsheetCsv = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  stringify(rows as unknown[][], { record_delimiter: '\r\n', escape_formulas: true, bom: true });
