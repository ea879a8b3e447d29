/** A cell, a formula, and whatever may say what a cell holds, with the text after it (ECMA-376, part 1, 18.3.1). */
const CONTENT = /<(?:\w+:)?(c|v|t|f)(?=[\s/>])[^<>]*>([^<]*)/g;
const SHARED = /\st\s*=\s*["']s["']/;
const ROW_END = /<\/(?:\w+:)?row\s*>/g;
const END = /<\/(?:\w+:)?sheetData\s*>/;
/** A text that many cells share, and its pieces (18.4.8). */
const TEXT = /<(?:\w+:)?(si|t)(?=[\s/>])[^<>]*>([^<]*)/g;

/** Numbers of the texts of a workbook that are nothing but space. @param part that of the texts which cells share */
export function blankTexts(part: Buffer | undefined): ReadonlySet<string> {
  const blank = new Set<string>();
  let number = -1;
  for (const [, name, text = ''] of part?.toString().matchAll(TEXT) ?? [])
    if (name === 'si') blank.add(String(++number));
    else if (text.trim() !== '') blank.delete(String(number));
  return blank;
}

/**
 * A sheet without the rows below the last one that holds anything: where somebody coloured a list or made its rows higher down
 * to the end, spreadsheets write tens of thousands of them, and a list of three people was refused for its length. A space that
 * somebody typed far below is nothing.
 * @param part any part of a workbook; others are given back as they are
 * @param blank numbers of the shared texts that are nothing but space
 */
export function withoutEmptyEnd(part: Buffer, blank: ReadonlySet<string>): Buffer {
  if (!part.includes('sheetData')) return part;
  const text = part.toString('latin1');
  const end = text.search(END);
  let [last, isShared] = [-1, false];
  for (const { index, 0: tag, 1: name, 2: content = '' } of text.slice(0, Math.max(end, 0)).matchAll(CONTENT))
    if (name === 'c') isShared = SHARED.test(tag);
    else if (name === 'f' || !isBlank(content, isShared ? blank : undefined)) last = index;
  if (last < 0) return part;
  ROW_END.lastIndex = last;
  const row = ROW_END.exec(text);
  if (!row || row.index > end) return part;
  return Buffer.concat([part.subarray(0, row.index + row[0].length), part.subarray(end)]);
}

/** @param content bytes as signs @param blank where the content is the number of a shared text */
function isBlank(content: string, blank: ReadonlySet<string> | undefined): boolean {
  const text = Buffer.from(content, 'latin1').toString().trim();
  return blank ? blank.has(text) : text === '';
}
