import { parse } from 'csv-parse/sync';
import { decodeText } from '../../../platform/decode-text.js';
import { type Table, TABLE_LIMITS, tableOf, type TableRow, UnreadableTable } from './table.js';

const DELIMITERS = [',', ';', '\t'] as const;
/** With the header. */
const MOST_FILLED = TABLE_LIMITS.rows + 1;
/** Blank ones too, but for those at the end: a file that goes on is not read to its end. */
const MOST_LINES = 200_000;

/** A list as CSV (RFC 4180), with a comma, semicolon or tab between cells. @throws UnreadableTable */
export function readCsv(bytes: Buffer): Table {
  const decoded = decodeText(bytes);
  if (!decoded) throw new UnreadableTable('unreadable-text');
  const { text, encoding } = decoded;
  const delimiter = delimiterOf(text);
  return tableOf(filledLines(text, delimiter), { format: 'csv', encoding, delimiter });
}

/** What stands most often outside quotes in the first line with any of them: a title may stand above. */
function delimiterOf(text: string): string {
  const line = /[^\r\n]*[,;\t][^\r\n]*/.exec(text.slice(0, 20_000))?.[0] ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** Blank lines are counted, as a spreadsheet numbers them, and not kept: there may be any number of them. */
function filledLines(text: string, delimiter: string): TableRow[] {
  const filled: TableRow[] = [];
  let number = 0;
  try {
    parse(withoutBlankEnd(text, delimiter), {
      delimiter,
      // lines that a program adds to a file of ours may end otherwise than its own
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      relax_column_count: true,
      max_record_size: 200_000,
      on_record: (record: string[]) => {
        if (++number > MOST_LINES) throw new UnreadableTable('too-many-rows');
        const cells = record.map(tidyCell);
        if (cells.every((cell) => cell === '')) return undefined;
        if (filled.push({ number, cells }) > MOST_FILLED) throw new UnreadableTable('too-many-rows');
        return undefined;
      },
    });
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable('not-a-table');
  }
  return filled;
}

/** Spreadsheets write thousands of lines of nothing but delimiters. */
function withoutBlankEnd(text: string, delimiter: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === delimiter || text[end - 1]!.trim() === '')) end -= 1;
  return text.slice(0, end);
}

/** @returns the text without space around it, and no more of it than is looked at */
export const tidyCell = (text: string): string => text.trim().slice(0, TABLE_LIMITS.cell);
