import type { Parts } from './archive-guard.js';
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
 * The cells of a workbook's first sheet that our reader takes for empty and that are not (ECMA-376, part 1, 18.3.1): errors
 * such as #N/A, formulas that were never computed, and what looks filled because it is merged with a cell that is.
 * @param table what the reader found, by row and column from 0
 */
export function* unreadCells(parts: Parts, table: readonly Cell[][]): Iterable<Placed> {
  const sheet = firstSheet(parts);
  if (sheet === undefined) return;
  yield* mergedCells(sheet, table);
  yield* failedCells(sheet, table);
}

function firstSheet(parts: Parts): string | undefined {
  const textOf = (name: string) => parts.get(name)?.toString();
  const [, id] =
    /<(?:\w+:)?sheet\s[^<>]*?(?<=\s)\w+:id="([^"]+)"/.exec(textOf('xl/workbook.xml') ?? '') ?? [];
  const relations = textOf('xl/_rels/workbook.xml.rels')?.match(/<(?:\w+:)?Relationship\s[^<>]*>/g) ?? [];
  const relation = relations.find((one) => one.includes(`Id="${id}"`));
  const [, target = ''] = /Target="([^"]+)"/.exec(relation ?? '') ?? [];
  return textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
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
