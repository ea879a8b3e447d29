import type { DocumentContent } from '../../issuance/document-content.js';
import type { DocumentWords } from '../document-words.js';
import { type Pdf, write, writeParagraph } from '../pen.js';
import { INK, mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';
import { drawField } from './field.js';

const TOP = mm(169.5);
const STATEMENT_TOP = mm(180.5);
const SIGNATURES = mm(224.5);

/** When, where and by whom it was issued, what its holder asks for, and where it is signed. */
export function drawIssue(pdf: Pdf, tags: Tags, words: DocumentWords, content: DocumentContent): void {
  const { left, right } = SHEET;
  const columns: [number, number, string, string][] = [
    [0, 40, 'issued-on', words.day(content.issuedOn)],
    [43, 40, 'issued-at', content.placeOfIssue],
    [86, 92, 'authority', content.authority],
  ];
  for (const [at, width, key, value] of columns)
    drawField(pdf, tags, { x: left + mm(at), y: TOP, width: mm(width) }, words.label(key), value, {
      size: 10.5,
      drop: 0,
    });
  drawStatement(pdf, tags, words, content);
  drawSignature(pdf, tags, left, mm(62), words.label('holder-signs'));
  drawSignature(pdf, tags, left + mm(70), right - left - mm(70), words.label('officer-signs'));
}

function drawStatement(pdf: Pdf, tags: Tags, words: DocumentWords, { issuer }: DocumentContent): void {
  const state = words.country(issuer);
  const text = words.say('statement', { country: state.english });
  const width = (SHEET.right - SHEET.left - mm(8)) / 2;
  tags.part('P', () => {
    writeParagraph(pdf, text.english, SHEET.left, STATEMENT_TOP, { size: 8.2, width });
  });
  const { own } = text;
  if (own === null) return;
  const x = SHEET.left + width + mm(8);
  tags.part(
    'P',
    () => void writeParagraph(pdf, own, x, STATEMENT_TOP, { face: 'slanted', size: 8.2, width }),
    { lang: words.own },
  );
}

function drawSignature(pdf: Pdf, tags: Tags, x: number, width: number, label: string): void {
  tags.decoration(() =>
    pdf
      .lineWidth(0.5)
      .strokeColor(INK.text, 1)
      .moveTo(x, SIGNATURES)
      .lineTo(x + width, SIGNATURES)
      .stroke(),
  );
  tags.part('P', () => write(pdf, label, x, SIGNATURES + mm(3.2), { size: 6.3, ink: INK.quiet, width }));
}
