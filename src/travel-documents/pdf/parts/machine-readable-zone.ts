import type { PrintedLines } from '../../seal/seal.js';
import { type Pdf, write } from '../pen.js';
import { mm, OCR_B, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';

const LEFT = mm(10);
const LAST_BASELINE = SHEET.height - mm(9.5);

/** The two lines for machines, alone on white at the foot of the sheet, near its corner. */
export function drawMachineReadableZone(pdf: Pdf, tags: Tags, lines: PrintedLines): void {
  tags.part('P', () => {
    lines.forEach((line, index) => {
      const baseline = LAST_BASELINE - (lines.length - 1 - index) * OCR_B.lineGap;
      write(pdf, line, LEFT, baseline, { face: 'machine', size: OCR_B.size, ink: '#000000' });
    });
  });
}
