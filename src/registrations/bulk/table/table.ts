/**
 * Why a cell says nothing although something stands there: the spreadsheet has cut a number that is longer than it can hold,
 * shows an error or has not computed a formula, or shows there what stands in another cell.
 */
export interface UnreadCell {
  unread: 'number-cut' | 'cell-error' | 'cell-merged';
}

/** A cell that the spreadsheet keeps as a day, whatever was typed into it: `3-4` for a number becomes the 3rd of April. */
export interface DateCell {
  /** `YYYY-MM-DD` */
  date: string;
}

/** One cell as text. */
export type Cell = string | DateCell | UnreadCell;

/** The text of a cell; of one that cannot be read, and of none, nothing. */
export function textOf(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  return cell && 'date' in cell ? cell.date : '';
}

export interface TableRow {
  /** As the spreadsheet numbers it: the header is row 1. Of rows sent as JSON, the first is 1. */
  number: number;
  cells: Cell[];
}

export const TABLE_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A list as it was sent, before anything is known of what it means. Rows without any text are left out. */
export interface Table {
  format: TableFormat;
  /** How the text was written, for CSV: `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`. */
  encoding: string | null;
  /** What stands between two cells, for CSV. */
  delimiter: string | null;
  header: string[];
  rows: TableRow[];
  /** Numbers of rows that a workbook hides. */
  hiddenRows?: ReadonlySet<number>;
  /** Names of other sheets that somebody filled. */
  ignoredSheets?: string[];
}

/** Why a file is no list that can be read, as a code `field.<code>`. */
export type TableFault =
  | 'not-a-table'
  | 'password-protected'
  | 'unreadable-text'
  | 'archive-too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'table-empty';

/** Thrown while a file is read. Says nothing of what is in it. */
export class UnreadableTable extends Error {
  constructor(readonly fault: TableFault) {
    super(fault);
    this.name = 'UnreadableTable';
  }
}

export const TABLE_LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 10_000,
  columns: 100,
  /** Characters of a cell that are looked at; no field is longer. */
  cell: 2_000,
} as const;

/** Header and rows of what was read, checked for size. */
export function tableOf(
  lines: readonly TableRow[],
  facts: Pick<Table, 'format' | 'encoding' | 'delimiter'>,
): Table {
  const [header, ...rows] = lines.filter(({ cells }) => cells.some(isFilled));
  if (!header || rows.length === 0) throw new UnreadableTable('table-empty');
  if (rows.length > TABLE_LIMITS.rows) throw new UnreadableTable('too-many-rows');
  if (header.cells.length > TABLE_LIMITS.columns) throw new UnreadableTable('too-many-columns');
  return { ...facts, header: header.cells.map(textOf), rows };
}

const isFilled = (cell: Cell): boolean =>
  typeof cell === 'string' ? cell !== '' : 'date' in cell || cell.unread !== 'cell-merged';
