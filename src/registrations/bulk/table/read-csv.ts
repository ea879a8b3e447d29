import { parse } from 'csv-parse/sync';
import { decodeText } from '../../../platform/decode-text.js';
import { type Table, TABLE_LIMITS, tableOf, UnreadableTable } from './table.js';

const DELIMITERS = [',', ';', '\t'] as const;
/** Blank lines count as rows, as in a spreadsheet; a file of nothing else is not read to its end. */
const MOST_LINES = TABLE_LIMITS.rows * 2;

/** A list as CSV (RFC 4180), with a comma, semicolon or tab between cells. @throws UnreadableTable */
export function readCsv(bytes: Buffer): Table {
  const decoded = decodeText(bytes);
  if (!decoded) throw new UnreadableTable('unreadable-text');
  const { text, encoding } = decoded;
  const delimiter = delimiterOf(text);
  const lines = records(text, delimiter).map((cells) => cells.map(tidyCell));
  return tableOf(lines, { format: 'csv', encoding, delimiter });
}

/** What stands most often outside quotes in the first line with any of them: a title may stand above. */
function delimiterOf(text: string): string {
  const line = /[^\r\n]*[,;\t][^\r\n]*/.exec(text.slice(0, 20_000))?.[0] ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function records(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      // lines that a program adds to a file of ours may end otherwise than its own
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      relax_column_count: true,
      max_record_size: 200_000,
      to: MOST_LINES + 1,
    });
  } catch {
    throw new UnreadableTable('not-a-table');
  }
}

/** @returns the text without space around it, and no more of it than is looked at */
export const tidyCell = (text: string): string => text.trim().slice(0, TABLE_LIMITS.cell);
