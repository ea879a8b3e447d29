import type { DocumentContent } from '../../issuance/document-content.js';
import { type DocumentWords, joined } from '../document-words.js';
import { type Pdf, write } from '../pen.js';
import { INK, mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';
import { BESIDE_EMBLEM, drawEmblem } from './emblem.js';

/** Who issued it, its number, what it is, and how long it is good. */
export function drawHeader(pdf: Pdf, tags: Tags, words: DocumentWords, content: DocumentContent): void {
  const { left, right } = SHEET;
  const title = words.say('title');
  const single = words.say('single-journey');

  drawEmblem(pdf, tags, content.issuer);
  tags.part('P', () => {
    const name = joined(words.state(content.issuer)).toUpperCase();
    write(pdf, name, BESIDE_EMBLEM, mm(21.3), { face: 'strong', size: 11.5, spacing: 1.5, width: mm(106) });
  });
  tags.part('P', () => {
    write(pdf, content.authority, BESIDE_EMBLEM, mm(26.4), { size: 8.6, ink: INK.quiet, width: mm(106) });
  });
  tags.part('P', () => {
    write(pdf, words.label('number'), right, mm(18.4), { size: 6.4, ink: INK.quiet, align: 'right' });
  });
  tags.part('P', () => {
    write(pdf, content.number, right, mm(26.4), { face: 'machine', size: 17, align: 'right' });
  });
  tags.decoration(() => {
    pdf.lineWidth(0.9).strokeColor(INK.band, 1).moveTo(left, mm(32)).lineTo(right, mm(32)).stroke();
    pdf.lineWidth(0.4).strokeColor(INK.gold, 1).moveTo(left, mm(32.8)).lineTo(right, mm(32.8)).stroke();
  });
  const width = right - left;
  tags.part('H1', () => {
    write(pdf, title.english.toUpperCase(), left, mm(45), { face: 'title', size: 28.5, width, spacing: 0.3 });
  });
  const { own } = title;
  if (own !== null)
    tags.part(
      'P',
      () => write(pdf, own, left, mm(53), { face: 'slanted', size: 15.5, ink: INK.band, width }),
      { lang: words.own },
    );
  tags.decoration(() =>
    pdf
      .fillColor(INK.band, 1)
      .rect(left, mm(57), right - left, mm(9.4))
      .fill(),
  );
  tags.part('P', () => {
    const journey = [single.english.toUpperCase(), single.own].filter((part) => part !== null).join('  ·  ');
    write(pdf, journey, left + mm(3), mm(63), { face: 'strong', size: 10.2, ink: INK.white, width: mm(88) });
  });
  tags.part('P', () => {
    const until = `${words.label('valid-until')}   ${words.day(content.validUntil)}`;
    write(pdf, until, right - mm(3), mm(63), {
      face: 'strong',
      size: 9.2,
      ink: INK.white,
      align: 'right',
      width: mm(82),
    });
  });
}
