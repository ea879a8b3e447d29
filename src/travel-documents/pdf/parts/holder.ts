import type { DocumentContent } from '../../issuance/document-content.js';
import { type DocumentWords, joined } from '../document-words.js';
import { type Pdf, write } from '../pen.js';
import { INK, mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';
import { drawField } from './field.js';

const TOP = mm(76);
const ROW = mm(11.6);
const NOTHING = '—';

/** Who it is for: a place for the photograph (35 × 45 mm) and what the lines at the foot say, for people to read. */
export function drawHolder(pdf: Pdf, tags: Tags, words: DocumentWords, content: DocumentContent): void {
  drawPhotoFrame(pdf, tags, words);
  const { holder, issuer, number } = content;
  const x = SHEET.left + mm(43);
  const second = x + mm(54);
  const wide = SHEET.right - x;
  const half = { first: mm(51), second: SHEET.right - second };
  const rows: [number, number, number, string, string][] = [
    [0, x, wide, 'surname', holder.primaryName.toUpperCase()],
    [1, x, wide, 'given-names', holder.secondaryName.toUpperCase() || NOTHING],
    [2, x, half.first, 'nationality', joined(words.country(issuer))],
    [2, second, half.second, 'sex', holder.sex],
    [3, x, half.first, 'birth-date', words.date(holder.birthDate)],
    [3, second, half.second, 'birth-place', holder.placeOfBirth],
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
      row === 0 ? 14 : 11.5,
    );
}

function drawPhotoFrame(pdf: Pdf, tags: Tags, words: DocumentWords): void {
  const { left } = SHEET;
  const top = TOP - mm(2.5);
  const photo = words.say('photo');
  tags.part(
    'Figure',
    () => {
      pdf.fillColor(INK.white, 0.75).rect(left, top, mm(35), mm(45)).fill();
      pdf.lineWidth(0.6).strokeColor(INK.band, 1).dash(2.4, { space: 1.6 });
      pdf.rect(left, top, mm(35), mm(45)).stroke().undash();
      const middle = left + mm(17.5);
      write(pdf, photo.english, middle, top + mm(20.5), {
        face: 'strong',
        size: 9,
        ink: INK.quiet,
        align: 'center',
      });
      if (photo.own !== null)
        write(pdf, photo.own, middle, top + mm(24.6), {
          face: 'slanted',
          size: 9,
          ink: INK.quiet,
          align: 'center',
        });
      write(pdf, '35 × 45 mm', middle, top + mm(29.6), { size: 7, ink: INK.quiet, align: 'center' });
    },
    { alt: words.say('photo-empty').english },
  );
}
