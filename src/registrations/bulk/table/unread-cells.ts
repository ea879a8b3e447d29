import { columnOf } from './cell-places.js';
import { type Cell, type UnreadCell, UnreadableTable } from './table.js';

type Placed = readonly [row: number, column: number, cell: UnreadCell];

const CELL = /<(?:\w+:)?c(?:\s[^<>]*)?>/g;
const CELL_END = /<\/(?:\w+:)?c>/;
const MERGED = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
const ERROR: UnreadCell = { unread: 'cell-error' };
const IN_ANOTHER: UnreadCell = { unread: 'cell-merged' };
/** As many as the largest list has places; no cell is merged with two others. */
const MOST_MERGED = 8_000_000;

/**
 * The cells of a sheet that our reader takes for empty and that are not (ECMA-376, part 1, 18.3.1): errors
 * such as #N/A, formulas that were never computed, and what looks filled because it is merged with a cell that is.
 * @param sheet the sheet's part of the workbook
 * @param table what the reader found, by row and column from 0
 */
export function* unreadCells(sheet: string, table: readonly Cell[][]): Iterable<Placed> {
  yield* mergedCells(sheet, table);
  yield* failedCells(sheet, table);
}

function* failedCells(sheet: string, table: readonly Cell[][]): Iterable<Placed> {
  const cells = sheet.matchAll(CELL);
  for (let cell = cells.next().value; cell !== undefined;) {
    const next = cells.next().value;
    const [tag] = cell;
    const inside = tag.endsWith('/>') ? '' : sheet.slice(cell.index + tag.length, next?.index);
    const [content = ''] = inside.split(CELL_END, 1);
    cell = next;
    const uncomputed = /<(?:\w+:)?f[\s/>]/.test(content) && !/<(?:\w+:)?v[\s/>]/.test(content);
    if (!uncomputed && !tag.includes('t="e"')) continue;
    const [, letters = '', number] = /\br="([A-Z]+)(\d+)"/.exec(tag) ?? [];
    const [row, column] = [Number(number) - 1, columnOf(letters) - 1];
    if (table[row]?.[column] !== undefined) yield [row, column, ERROR];
  }
}

function* mergedCells(sheet: string, table: readonly Cell[][]): Iterable<Placed> {
  let merged = 0;
  for (const [, from = '', top, to = '', bottom] of sheet.matchAll(MERGED)) {
    const [first, left] = [Number(top) - 1, columnOf(from) - 1];
    if ((table[first]?.[left] ?? '') === '') continue;
    for (let row = first; row < Math.min(Number(bottom), table.length); row++)
      for (let column = left; column <= Math.min(columnOf(to), table[row]!.length) - 1; column++) {
        if (++merged > MOST_MERGED) throw new UnreadableTable('not-a-table');
        if (row !== first || column !== left) yield [row, column, IN_ANOTHER];
      }
  }
}

const ROW = /<(?:\w+:)?row\s[^<>]*>/g;

/** Numbers of the rows that whoever looks at the sheet does not see, such as those that a filter leaves out. */
export const hiddenRows = (sheet: string): Set<number> =>
  new Set(
    (sheet.match(ROW) ?? [])
      .filter((tag) => /\shidden="(?:1|true)"/.test(tag))
      .map((tag) => Number(/\sr="(\d+)"/.exec(tag)?.[1])),
  );
