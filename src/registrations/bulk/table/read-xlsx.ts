import { readSheet } from 'read-excel-file/node';
import { type Parts, smallArchive } from './archive-guard.js';
import { tidyCell } from './read-csv.js';
import { sheetsOf } from './sheets.js';
import { shownNumbers } from './shown-numbers.js';
import { storedArchive } from './stored-archive.js';
import { hiddenRows, unreadCells } from './unread-cells.js';
import { type Cell, type Table, TABLE_LIMITS, tableOf, UnreadableTable } from './table.js';

/** Excel keeps 15 digits of a number; of longer ones, such as an identity card's, the rest is lost. */
const MOST_DIGITS = 15;

interface RawNumber {
  raw: string;
}

/**
 * The first visible sheet of an Excel workbook. Of a formula its last value is read; nothing is computed, and no cell is filled from
 * another one that it is merged with. @throws UnreadableTable
 */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  const parts = smallArchive(bytes);
  const { read, others } = sheetsOf(parts);
  const lines = await sheet(storedArchive(withReadableEpoch(parts)), read.number);
  if (lines.length > TABLE_LIMITS.rows * 2) throw new UnreadableTable('too-many-rows');
  const table = lines.map((cells) => cells.map(cellText));
  const styles = parts.get('xl/styles.xml')?.toString() ?? '';
  for (const [row, column, cell] of shownNumbers(read.xml, styles, table)) table[row]![column] = cell;
  for (const [row, column, cell] of unreadCells(read.xml, table)) table[row]![column] = cell;
  return {
    ...tableOf(
      table.map((cells, index) => ({ number: index + 1, cells })),
      { format: 'xlsx', encoding: null, delimiter: null },
    ),
    hiddenRows: hiddenRows(read.xml),
    ignoredSheets: others,
  };
}

/**
 * Days are counted from 1904 where a workbook says `1` or `true` (ECMA-376, part 1, 18.2.28). Our reader knows the first only, and
 * LibreOffice writes the second: everybody was four years older.
 */
function withReadableEpoch(parts: Parts): Parts {
  const workbook = parts.get('xl/workbook.xml');
  if (!workbook) return parts;
  const told = workbook.toString('latin1').replace(/(\sdate1904\s*=\s*["'])true(?=["'])/, '$11');
  return new Map([...parts, ['xl/workbook.xml', Buffer.from(told, 'latin1')]]);
}

async function sheet(bytes: Buffer, number: number): Promise<unknown[][]> {
  try {
    return await readSheet(bytes, number, { parseNumber: (raw): RawNumber => ({ raw }) });
  } catch {
    throw new UnreadableTable('not-a-table');
  }
}

function cellText(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : { date: value.toISOString().slice(0, 10) };
  if (typeof value === 'string' || typeof value === 'boolean') return tidyCell(String(value));
  const { raw } = value as RawNumber;
  return /e/i.test(raw) || raw.replace(/\D/g, '').length > MOST_DIGITS ? { unread: 'number-cut' } : raw;
}
