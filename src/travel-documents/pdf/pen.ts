import PDFDocument from 'pdfkit';
import type { Curve, Point } from './guilloche.js';
import { type Face, INK } from './sheet.js';

export type Pdf = InstanceType<typeof PDFDocument>;

export interface Lettering {
  face?: Face;
  size: number;
  ink?: string;
  align?: 'left' | 'right' | 'center';
  /** Between letters. */
  spacing?: number;
  width?: number;
}

/** One line of text by its baseline, shrunk where it would not fit its width. Never breaks the page or the line. */
export function write(pdf: Pdf, text: string, x: number, baseline: number, lettering: Lettering): void {
  const { face = 'text', ink = INK.text, align = 'left', spacing = 0, width } = lettering;
  pdf.font(face).fontSize(lettering.size).fillColor(ink, 1);
  const natural = pdf.widthOfString(text, { characterSpacing: spacing });
  const squeeze = width !== undefined && natural > width ? width / natural : 1;
  const size = lettering.size * squeeze;
  pdf.fontSize(size);
  const shown = natural * squeeze;
  const start = align === 'right' ? x - shown : align === 'center' ? x - shown / 2 : x;
  pdf.text(text, start, baseline, {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: spacing * squeeze,
  });
}

/** A paragraph from its top left corner. @returns where it ends */
export function writeParagraph(
  pdf: Pdf,
  text: string,
  x: number,
  top: number,
  { face = 'text', size, ink = INK.text, width }: Lettering,
): number {
  pdf.font(face).fontSize(size).fillColor(ink, 1);
  pdf.text(text, x, top, { width, lineGap: size * 0.18 });
  return pdf.y;
}

/** White behind words or marks that must stay clear of the fine lines, with a hairline around it. */
export function drawPanel(
  pdf: Pdf,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  strength = 1,
): void {
  pdf.fillColor(INK.white, strength).roundedRect(x, y, width, height, 3).fill();
  pdf.lineWidth(0.5).strokeColor(INK.line, 1).roundedRect(x, y, width, height, 3).stroke();
}

/**
 * The operators that draw curves (ISO 32000-1 section 8.5), to hundredths of a point: Catmull-Rom splines, whose direction
 * at each point is that from the one before to the one after.
 */
export const pathOperators = (curves: readonly Curve[]): string => curves.map(operatorsOf).join(' ');

function operatorsOf(curve: Curve): string {
  const between = (index: number): string => {
    const [before, from, to, after] = curve.slice(index - 1, index + 3) as [Point, Point, Point, Point];
    return `${towards(from, before, to)} ${towards(to, after, from)} ${written(to)} c`;
  };
  return [`${written(curve[1]!)} m`, ...curve.slice(2, -1).map((_, index) => between(index + 1))].join(' ');
}

/** A sixth of the way between its neighbours: where the third of a segment points to. */
const towards = (point: Point, before: Point, after: Point): string =>
  written({ x: point.x + (after.x - before.x) / 6, y: point.y + (after.y - before.y) / 6 });

const written = ({ x, y }: Point): string => `${x.toFixed(2)} ${y.toFixed(2)}`;
