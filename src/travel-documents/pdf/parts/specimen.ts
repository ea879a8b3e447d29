import type { DocumentWords } from '../document-words.js';
import { type Pdf, write } from '../pen.js';
import { INK, mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';

const WORD = 'SPECIMEN';

/** Says across the sheet that nobody can travel with it; clear of the seal and the lines for machines. */
export function drawSpecimenMark(pdf: Pdf, tags: Tags, words: DocumentWords): void {
  tags.decoration(() => {
    const middle = { x: SHEET.width / 2, y: mm(158) };
    pdf.save().rotate(-38, { origin: [middle.x, middle.y] });
    pdf.font('title').fontSize(104).fillColor(INK.specimen, 0.09);
    const spacing = 10;
    const width = pdf.widthOfString(WORD, { characterSpacing: spacing });
    pdf.text(WORD, middle.x - width / 2, middle.y, {
      lineBreak: false,
      baseline: 'middle',
      characterSpacing: spacing,
    });
    pdf.restore();
    pdf.fillOpacity(1);
  });
  tags.part('P', () =>
    write(pdf, `${WORD} · ${words.label('specimen')}`, SHEET.right, mm(70.9), {
      face: 'strong',
      size: 8,
      ink: INK.specimen,
      align: 'right',
    }),
  );
}
