import type { DocumentWords } from '../document-words.js';
import { type Pdf, write, writeParagraph } from '../pen.js';
import { sealModules } from '../seal-modules.js';
import { INK, mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';

/** Six dots of a printer with 300 to the inch: whole dots at 300, 600 and 1200. At least 0.3386 mm (ICAO Doc 9303-13). */
const MODULE = 72 / 50;
/** White around the symbol; ISO/IEC 16022 asks for one. */
const QUIET_MODULES = 3;
const BOTTOM = SHEET.footTop - mm(7.5);

/** The visible digital seal, and beside it how to check the document. */
export function drawSeal(
  pdf: Pdf,
  tags: Tags,
  words: DocumentWords,
  seal: Buffer,
  checkAddress: string,
): void {
  const modules = sealModules(seal);
  const size = modules.length * MODULE;
  const quiet = QUIET_MODULES * MODULE;
  // On whole dots, so that no module is blurred.
  const x = Math.floor((SHEET.right - size - quiet) / MODULE) * MODULE;
  const y = Math.floor((BOTTOM - size - quiet) / MODULE) * MODULE;
  tags.part(
    'Figure',
    () => {
      pdf
        .fillColor(INK.white, 1)
        .rect(x - quiet, y - quiet, size + 2 * quiet, size + 2 * quiet)
        .fill();
      for (const [row, line] of modules.entries())
        for (const [start, length] of runs(line))
          pdf.rect(x + start * MODULE, y + row * MODULE, length * MODULE, MODULE);
      pdf.fillColor('#000000', 1).fill();
    },
    { alt: words.say('seal').english },
  );
  const width = x - quiet - mm(6) - SHEET.left;
  tags.part('H2', () =>
    write(pdf, words.label('check'), SHEET.left, mm(242), { face: 'strong', size: 8.6, ink: INK.band }),
  );
  tags.part('P', () =>
    write(pdf, checkAddress, SHEET.left, mm(247.4), { face: 'strong', size: 10.5, width }),
  );
  const how = words.say('check-how');
  let end = 0;
  tags.part('P', () => {
    end = writeParagraph(pdf, how.english, SHEET.left, mm(249.6), { size: 7.6, width });
  });
  const { own } = how;
  if (own === null) return;
  tags.part(
    'P',
    () => void writeParagraph(pdf, own, SHEET.left, end + mm(0.4), { face: 'slanted', size: 7.6, width }),
    { lang: words.own },
  );
}

/** Where the dark modules of a row begin, and how many stand together. */
function* runs(line: readonly boolean[]): Generator<[number, number]> {
  for (let start = 0; start < line.length; start++) {
    if (!line[start]) continue;
    let end = start;
    while (line[end]) end++;
    yield [start, end - start];
    start = end;
  }
}
