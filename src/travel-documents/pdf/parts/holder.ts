import { isLatin, latinSpelling } from '../../../platform/icao/latin-spelling.js';
import type { DocumentContent } from '../../issuance/document-content.js';
import { type DocumentWords, joined } from '../document-words.js';
import type { Pdf } from '../pen.js';
import { mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';
import { drawField } from './field.js';
import { drawGhost, drawPhotoFrame, drawPortrait, openPhoto } from './portrait.js';

const TOP = mm(77);
const ROW = mm(11.6);
/** The surname stands larger than the rest, and a little lower. */
const SURNAME = { size: 14, drop: mm(0.9) };
const NOTHING = '—';
/** Scripts that the typefaces of the sheet have. */
const IN_TYPE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}]*$/u;

/** Who it is for: the photograph or a place for it, and what the lines at the foot say, for people to read. */
export function drawHolder(
  pdf: Pdf,
  tags: Tags,
  words: DocumentWords,
  content: DocumentContent,
  portrait: Buffer | null,
): void {
  const corner = { x: SHEET.left, y: TOP - mm(2.5) };
  const photo = portrait && openPhoto(pdf, portrait);
  if (photo) drawPortrait(pdf, tags, words, corner, photo);
  else drawPhotoFrame(pdf, tags, words, corner);
  const { holder, issuer, number } = content;
  const x = SHEET.left + mm(43);
  const second = x + mm(54);
  const wide = SHEET.right - x;
  const half = { first: mm(51), second: SHEET.right - second - (photo ? mm(28) : 0) };
  const rows: [number, number, number, string, string][] = [
    [0, x, wide, 'surname', nameOf(holder.primaryName, issuer)],
    [1, x, wide, 'given-names', nameOf(holder.secondaryName, issuer) || NOTHING],
    [2, x, half.first, 'nationality', joined(words.country(issuer))],
    [2, second, half.second, 'sex', holder.sex],
    [3, x, half.first, 'birth-date', words.date(holder.birthDate)],
    [3, second, half.second, 'birth-place', latinSpelling(holder.placeOfBirth, issuer)],
    [4, x, half.first, 'document', `PU  ${issuer}  ${number}`],
    [4, second, half.second, 'valid-until', words.day(content.validUntil)],
  ];
  for (const [row, left, width, key, value] of rows)
    drawField(
      pdf,
      tags,
      { x: left, y: TOP + row * ROW, width },
      words.label(key),
      value,
      row === 0 ? SURNAME : undefined,
    );
  if (photo) drawGhost(pdf, tags, { x: SHEET.right - mm(23.4), y: TOP + 2 * ROW - mm(2.5) }, photo);
}

/** Latin first, as both zones must have it (ICAO Doc 9303-3 section 3.1), then as it is written, where our type has the letters. */
function nameOf(name: string, issuer: string): string {
  const latin = latinSpelling(name, issuer).toUpperCase();
  return !isLatin(name) && IN_TYPE.test(name) ? `${latin} / ${name.toUpperCase()}` : latin;
}
