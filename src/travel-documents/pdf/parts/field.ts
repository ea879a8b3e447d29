import { inType } from '../in-type.js';
import { type Pdf, write } from '../pen.js';
import { INK, mm } from '../sheet.js';
import type { Tags } from '../tags.js';
import { shapesOf } from '../typefaces.js';

export interface Place {
  x: number;
  y: number;
  width: number;
}

/** A small label in two languages and under it what is filled in. @param place of the label's baseline */
export function drawField(
  pdf: Pdf,
  tags: Tags,
  { x, y, width }: Place,
  label: string,
  value: string,
  { size, drop }: { size: number; drop: number } = { size: 11.5, drop: 0 },
): void {
  tags.part('P', () => {
    // The space keeps label and value apart where the text is read out or copied.
    write(pdf, `${label} `, x, y, { size: 6.3, ink: INK.quiet, width });
    const set = inType(value, shapesOf(pdf, 'strong'));
    write(pdf, set, x, y + mm(5.1) + drop, { face: 'strong', size, width });
  });
}
