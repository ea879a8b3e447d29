const CONTENT = /<(?:\w+:)?(?:v|is|f)[\s/>]/g;
const ROW_END = /<\/(?:\w+:)?row\s*>/g;
const END = /<\/(?:\w+:)?sheetData\s*>/;

/**
 * A sheet without the rows below the last one that holds anything: where somebody coloured a list or made its rows higher down
 * to the end, spreadsheets write tens of thousands of them, and a list of three people was refused for its length.
 * @param part any part of a workbook; others are given back as they are
 */
export function withoutEmptyEnd(part: Buffer): Buffer {
  if (!part.includes('sheetData')) return part;
  const text = part.toString('latin1');
  const end = text.search(END);
  let last = -1;
  for (const { index } of text.slice(0, Math.max(end, 0)).matchAll(CONTENT)) last = index;
  if (last < 0) return part;
  ROW_END.lastIndex = last;
  const row = ROW_END.exec(text);
  if (!row || row.index > end) return part;
  return Buffer.concat([part.subarray(0, row.index + row[0].length), part.subarray(end)]);
}
