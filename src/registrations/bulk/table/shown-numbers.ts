import { columnOf } from './cell-places.js';
import { type Cell, textOf } from './table.js';

const CELL = /<(?:\w+:)?c\s[^<>]*>/g;
const FORMAT = /<(?:\w+:)?numFmt\s[^<>]*>/g;
const [STYLES, STYLES_END] = [/<(?:\w+:)?cellXfs[\s>]/, /<\/(?:\w+:)?cellXfs>/];
const STYLE = /<(?:\w+:)?xf[\s/>][^<>]*/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Up to the first semicolon that is not quoted: behind it stands what negative numbers look like. */
const FIRST_SECTION = /^(?:"[^"]*"|\\.|[^;"\\])*/;
const PART = /"([^"]*)"|\\(.)|[_*].|([0#])|([ +():-])|(.)/g;

/**
 * Whole numbers of a sheet that are shown with more than their digits (ECMA-376, part 1, 18.8.30): a passport number that is
 * kept as 123456 and shown as 00123456 or X123456 is what the person who looks at the list sees.
 * @param sheet the sheet's part of the workbook, @param styles the part in which its formats stand
 * @param table what the reader found, by row and column from 0
 */
export function* shownNumbers(
  sheet: string,
  styles: string,
  table: readonly Cell[][],
): Iterable<readonly [row: number, column: number, cell: string]> {
  const formats = formatsOf(styles);
  if (formats.size === 0) return;
  for (const [tag] of sheet.matchAll(CELL)) {
    const format = formats.get(/\ss="(\d+)"/.exec(tag)?.[1] ?? '');
    if (format === undefined || !['n', undefined].includes(/\st="(\w*)"/.exec(tag)?.[1])) continue;
    const [, letters = '', number] = /\sr="([A-Z]+)(\d+)"/.exec(tag) ?? [];
    const [row, column] = [Number(number) - 1, columnOf(letters) - 1];
    const shown = shownAs(textOf(table[row]?.[column]), format);
    if (shown !== undefined) yield [row, column, shown];
  }
}

/** Own formats by the number of the style that uses them. */
function formatsOf(styles: string): Map<string, string> {
  const codes = new Map(
    (styles.match(FORMAT) ?? []).map((tag) => [
      /\snumFmtId="(\d+)"/.exec(tag)?.[1],
      unescaped(/\sformatCode="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ]),
  );
  const [, ofCells = ''] = styles.split(STYLES, 2);
  const used = (ofCells.split(STYLES_END, 1)[0]!.match(STYLE) ?? []).map((tag, index) => {
    const code = codes.get(/\snumFmtId="(\d+)"/.exec(tag)?.[1]);
    return [String(index), code] as const;
  });
  return new Map(used.filter((one): one is readonly [string, string] => one[1] !== undefined));
}

const unescaped = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);

/** @returns nothing for what is no whole number, and for formats of dates, fractions, thousands and powers */
export function shownAs(digits: string, format: string): string | undefined {
  if (!/^\d+$/.test(digits)) return undefined;
  const section = FIRST_SECTION.exec(format.replace(/\[[^\]]*\]/g, ''))?.[0] ?? '';
  const parts = [...section.matchAll(PART)];
  const first = parts.findIndex(([, , , place]) => place !== undefined);
  if (first < 0 || parts.some(([, , , , , other]) => other !== undefined)) return undefined;
  let [left, shown] = [digits, ''];
  for (const [at, [, quoted, escaped, place, plain]] of [...parts.entries()].reverse()) {
    const taken = at === first ? left : left.slice(-1);
    if (place === undefined) shown = (quoted ?? escaped ?? plain ?? '') + shown;
    else shown = (taken || (place === '0' ? '0' : '')) + shown;
    if (place !== undefined) left = left.slice(0, left.length - taken.length);
  }
  return shown;
}
