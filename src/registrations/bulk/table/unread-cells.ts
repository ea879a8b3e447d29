import { entryText } from './archive-guard.js';
import { columnOf } from './cell-places.js';
import type { Cell, UnreadCell } from './table.js';

type Placed = readonly [row: number, column: number, cell: UnreadCell];

const CELL = /<(?:\w+:)?c\s([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;

/**
 * The cells of a workbook's first sheet that our reader takes for empty and that are not (ECMA-376, part 1, 18.3.1): errors
 * such as #N/A, formulas that were never computed, and what looks filled because it is merged with a cell that is.
 * @param table what the reader found, by row and column from 0
 */
export function* unreadCells(bytes: Buffer, table: readonly Cell[][]): Iterable<Placed> {
  const sheet = firstSheet(bytes);
  if (sheet === undefined) return;
  yield* mergedCells(sheet, table);
  yield* failedCells(sheet, table);
}

function firstSheet(bytes: Buffer): string | undefined {
  const [, id] =
    /<(?:\w+:)?sheet\s[^>]*?\w+:id="([^"]+)"/.exec(entryText(bytes, 'xl/workbook.xml') ?? '') ?? [];
  const relations =
    entryText(bytes, 'xl/_rels/workbook.xml.rels')?.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
  const relation = relations.find((one) => one.includes(`Id="${id}"`));
  const [, target = ''] = /Target="([^"]+)"/.exec(relation ?? '') ?? [];
  return entryText(bytes, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
}

function* failedCells(sheet: string, table: readonly Cell[][]): Iterable<Placed> {
  for (const [, attributes = '', content = ''] of sheet.matchAll(CELL)) {
    const uncomputed = /<(?:\w+:)?f[\s/>]/.test(content) && !/<(?:\w+:)?v[\s/>]/.test(content);
    if (!uncomputed && !attributes.includes('t="e"')) continue;
    const [, letters = '', number] = /\br="([A-Z]+)(\d+)"/.exec(attributes) ?? [];
    const [row, column] = [Number(number) - 1, columnOf(letters) - 1];
    if (table[row]?.[column] !== undefined) yield [row, column, { unread: 'cell-error' }];
  }
}

function* mergedCells(sheet: string, table: readonly Cell[][]): Iterable<Placed> {
  for (const [, from = '', top, to = '', bottom] of sheet.matchAll(MERGED)) {
    const [first, left] = [Number(top) - 1, columnOf(from) - 1];
    if ((table[first]?.[left] ?? '') === '') continue;
    for (let row = first; row < Math.min(Number(bottom), table.length); row++)
      for (let column = left; column <= Math.min(columnOf(to), table[row]!.length) - 1; column++)
        if (row !== first || column !== left) yield [row, column, { unread: 'cell-merged' }];
  }
}
