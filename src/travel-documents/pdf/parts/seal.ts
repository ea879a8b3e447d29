import type { DocumentWords } from '../document-words.js';
import { drawPanel, type Pdf, write, writeParagraph } from '../pen.js';
import { sealModules } from '../seal-modules.js';
import { INK, mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';

/** Six dots of a printer with 300 to the inch: whole dots at 300, 600 and 1200. At least 0.3386 mm (ICAO Doc 9303-13). */
const MODULE = 72 / 50;
/**
 * Points by which dark modules end before the edge of their dots. A coordinate that is a billionth too large otherwise
 * darkens one more row of dots a little, and of such symbols libdmtx could not find one in twelve at 200 dots to the inch.
 */
const SHY = 0.005;
/** White around the symbol; ISO/IEC 16022 asks for one. */
const QUIET_MODULES = 3;
/** A white panel across the sheet: words at its left, the seal and its name at its right. */
const PANEL = { x: SHEET.left, y: mm(231.6), width: SHEET.right - SHEET.left, height: mm(34.6) };
const INSET = mm(3);
const BOTTOM = PANEL.y + PANEL.height - mm(4.6);

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
  const x = Math.floor((SHEET.right - INSET - size - quiet) / MODULE) * MODULE;
  const y = Math.floor((BOTTOM - size - quiet) / MODULE) * MODULE;
  tags.decoration(() => drawPanel(pdf, PANEL));
  tags.part(
    'Figure',
    () => {
      for (const [row, line] of modules.entries())
        for (const [start, length] of runs(line))
          pdf.rect(
            x + start * MODULE + SHY,
            y + row * MODULE + SHY,
            length * MODULE - 2 * SHY,
            MODULE - 2 * SHY,
          );
      pdf.fillColor('#000000', 1).fill();
    },
    { alt: words.say('seal').english },
  );
  tags.part('P', () =>
    write(pdf, words.label('seal-name'), x + size, PANEL.y + PANEL.height - mm(1.8), {
      size: 6.3,
      ink: INK.quiet,
      align: 'right',
    }),
  );
  const left = PANEL.x + INSET;
  const width = x - quiet - mm(6) - left;
  tags.part('H2', () =>
    write(pdf, words.label('check'), left, PANEL.y + mm(6), { face: 'strong', size: 8.6, ink: INK.band }),
  );
  tags.part('P', () =>
    write(pdf, checkAddress, left, PANEL.y + mm(11.8), { face: 'strong', size: 10.5, width }),
  );
  const how = words.say('check-how');
  let end = 0;
  tags.part('P', () => {
    end = writeParagraph(pdf, how.english, left, PANEL.y + mm(14.4), { size: 7.6, width });
  });
  const { own } = how;
  if (own === null) return;
  tags.part(
    'P',
    () => void writeParagraph(pdf, own, left, end + mm(0.8), { face: 'slanted', size: 7.6, width }),
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
