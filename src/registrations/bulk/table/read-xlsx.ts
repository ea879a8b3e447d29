import { readSheet } from 'read-excel-file/node';
import { smallArchive } from './archive-guard.js';
import { tidyCell } from './read-csv.js';
import { sheetsOf } from './sheets.js';
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
  const lines = await sheet(storedArchive(parts), read.number);
  if (lines.length > TABLE_LIMITS.rows * 2) throw new UnreadableTable('too-many-rows');
  const table = lines.map((cells) => cells.map(cellText));
  for (const [row, column, cell] of unreadCells(read.xml, table)) table[row]![column] = cell;
  return {
    ...tableOf(table, { format: 'xlsx', encoding: null, delimiter: null }),
    hiddenRows: hiddenRows(read.xml),
    ignoredSheets: others,
  };
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
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'string' || typeof value === 'boolean') return tidyCell(String(value));
  const { raw } = value as RawNumber;
  return /e/i.test(raw) || raw.replace(/\D/g, '').length > MOST_DIGITS ? { unread: 'number-cut' } : raw;
}
