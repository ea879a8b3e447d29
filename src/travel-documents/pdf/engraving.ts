import { deflateSync } from 'node:zlib';
import type { Motif } from './guilloche.js';
import { pathOperators, type Pdf } from './pen.js';
import { SHEET } from './sheet.js';

/** Curves of one colour: thousands of points, computed and compressed once for all documents. */
export interface Engraving {
  /** Under which a file knows them. */
  name: string;
  ink: string;
  opacity: number;
  /** Operators, compressed (ISO 32000-1 section 7.4.4): what draws a cell, and what lays the cells down. */
  cell: Buffer;
  whole: Buffer;
}

const LINE_WIDTH = 0.28;

export const engraving = (
  name: string,
  ink: string,
  opacity: number,
  { cell, placements }: Motif,
): Engraving => ({
  name,
  ink,
  opacity,
  cell: deflateSync(`${pathOperators(cell)} S\n`),
  whole: deflateSync(
    placements.map((matrix) => `q ${matrix.map(precise).join(' ')} cm /Cell Do Q\n`).join(''),
  ),
});

/** Over the whole sheet it must not miss by a hundredth of a point. */
const precise = (value: number): string => String(Number(value.toFixed(5)));

/** The forms of one file: its sheets share them. */
const formsOf = new WeakMap<Pdf, Map<string, ReturnType<Pdf['ref']>>>();

/** As a form of its own, which draws with the line and colour in force (ISO 32000-1 section 8.10). */
export function engrave(pdf: Pdf, { name, ink, opacity, cell, whole }: Engraving): void {
  const forms = formsOf.get(pdf) ?? new Map<string, ReturnType<Pdf['ref']>>();
  formsOf.set(pdf, forms);
  const form = forms.get(name) ?? makeForm(pdf, whole, { XObject: { Cell: makeForm(pdf, cell, {}) } });
  forms.set(name, form);
  (pdf.page.xobjects as Record<string, unknown>)[name] = form;
  pdf.lineWidth(LINE_WIDTH).strokeColor(ink, opacity).addContent(`/${name} Do`);
}

/** No cell reaches further from where it is laid down. */
const REACH = SHEET.width + SHEET.height;

function makeForm(pdf: Pdf, drawing: Buffer, resources: object): ReturnType<Pdf['ref']> {
  const form = pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [-REACH, -REACH, REACH, REACH],
    Resources: resources,
    Filter: 'FlateDecode',
  });
  form.end(drawing);
  return form;
}
