import { deflateSync } from 'node:zlib';
import type { Curve } from './guilloche.js';
import { pathOperators, type Pdf } from './pen.js';
import { SHEET } from './sheet.js';

/** Curves of one colour and strength: tens of thousands of points, computed and compressed once for all documents. */
export interface Engraving {
  /** Under which a file knows them. */
  name: string;
  ink: string;
  opacity: number;
  lineWidth: number;
  /** The operators that draw them, compressed (ISO 32000-1 section 7.4.4). */
  drawing: Buffer;
}

const LINE_WIDTH = 0.28;

export const engraving = (
  name: string,
  ink: string,
  opacity: number,
  curves: readonly Curve[],
  lineWidth = LINE_WIDTH,
): Engraving => ({
  name,
  ink,
  opacity,
  lineWidth,
  drawing: deflateSync(`${pathOperators(curves)} S\n`),
});

/** The forms of one file: its sheets share them. */
const formsOf = new WeakMap<Pdf, Map<string, ReturnType<Pdf['ref']>>>();

/** As a form of its own, which draws with the line and colour in force (ISO 32000-1 section 8.10). */
export function engrave(pdf: Pdf, { name, ink, opacity, lineWidth, drawing }: Engraving): void {
  const forms = formsOf.get(pdf) ?? new Map<string, ReturnType<Pdf['ref']>>();
  formsOf.set(pdf, forms);
  const form = forms.get(name) ?? makeForm(pdf, drawing);
  forms.set(name, form);
  (pdf.page.xobjects as Record<string, unknown>)[name] = form;
  pdf.lineWidth(lineWidth).strokeColor(ink, opacity).addContent(`/${name} Do`);
}

function makeForm(pdf: Pdf, drawing: Buffer): ReturnType<Pdf['ref']> {
  const form = pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, SHEET.width, SHEET.height],
    Resources: {},
    Filter: 'FlateDecode',
  });
  form.end(drawing);
  return form;
}
