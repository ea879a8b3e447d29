import { TABLE_LIMITS, UnreadableTable } from './table.js';

/** Places that a list may take, with the empty ones before and between those that are filled. */
const MOST_PLACES = 8_000_000;
/** What says where a row or a cell stands (ECMA-376-1, 18.3.1.4 and 18.3.1.73). */
const PLACE = /(?<![\w:.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ROW = /<(?:\w+:)?row[\s/>]/g;
const FORM = /^([A-Z]{0,3})([1-9]\d{0,6})$/;

/**
 * Refuses a sheet whose rows or cells stand so far out that the empty places before them fill all memory: a row that calls
 * itself the four billionth is a kilobyte, and took the whole service with it, not only the thread that read it.
 * @param part any part of a workbook. @throws UnreadableTable `too-many-rows`, `too-many-columns`, or `not-a-table`
 */
export function requireNearPlaces(part: Buffer): void {
  if (!part.includes('sheetData')) return;
  const text = part.toString('latin1');
  let rows = 0;
  // they need not say which ones they are
  for (const _ of text.matchAll(ROW))
    if (++rows > TABLE_LIMITS.rows * 2) throw new UnreadableTable('too-many-rows');
  let [places, row, width] = [0, 0, 0];
  for (const [, double, single] of text.matchAll(PLACE)) {
    const [, letters, digits] = FORM.exec(double ?? single ?? '') ?? [];
    if (letters === undefined) throw new UnreadableTable('not-a-table');
    if (Number(digits) > TABLE_LIMITS.rows * 2) throw new UnreadableTable('too-many-rows');
    if (Number(digits) !== row) [places, row, width] = [places + width, Number(digits), 0];
    width = Math.max(width, columnOf(letters));
    if (places + width > MOST_PLACES) throw new UnreadableTable('too-many-columns');
  }
}

/** The column that letters name: `A` is 1, `AA` is 27; nothing is 0. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
