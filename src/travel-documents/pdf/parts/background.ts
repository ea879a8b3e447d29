import { deflateSync } from 'node:zlib';
import { braid, type Curve, rosette, waves } from '../guilloche.js';
import { pathOperators, type Pdf } from '../pen.js';
import { INK, mm, SHEET } from '../sheet.js';

/** Curves of one colour and strength: tens of thousands of points, computed and compressed once for all documents. */
interface Layer {
  ink: string;
  opacity: number;
  /** The operators that draw them, compressed (ISO 32000-1 section 7.4.4). */
  drawing: Buffer;
}

const LINE_WIDTH = 0.28;
const FRAME = {
  left: mm(7),
  right: SHEET.width - mm(7),
  top: mm(7),
  bottom: SHEET.footTop - mm(3),
  band: mm(1.9),
};

const layer = (ink: string, opacity: number, curves: readonly Curve[]): Layer => ({
  ink,
  opacity,
  drawing: deflateSync(`${pathOperators(curves)} S\n`),
});

const field = { left: 0, right: SHEET.width, top: mm(-2), bottom: SHEET.footTop };
const flower = { centre: { x: SHEET.width / 2, y: mm(136) }, ripples: 36, turns: 12 };
const LAYERS: readonly Layer[] = [
  layer(INK.teal, 0.26, waves({ ...field, lines: 90, waves: 8, height: mm(5.6) })),
  layer(INK.blue, 0.17, waves({ ...field, lines: 60, waves: 11, height: mm(-4.6) })),
  layer(INK.rose, 0.24, rosette({ ...flower, petals: 12, radius: mm(63), swing: mm(13), ripple: mm(2.6) })),
  layer(INK.blue, 0.24, rosette({ ...flower, petals: 9, radius: mm(40), swing: mm(10), ripple: mm(2) })),
  layer(INK.teal, 0.3, rosette({ ...flower, petals: 6, radius: mm(19), swing: mm(7), ripple: mm(1.2) })),
];

const corners = [
  { x: FRAME.left, y: FRAME.top },
  { x: FRAME.right, y: FRAME.top },
  { x: FRAME.right, y: FRAME.bottom },
  { x: FRAME.left, y: FRAME.bottom },
] as const;
const [topLeft, topRight, bottomRight, bottomLeft] = corners;
const BRAIDS = layer(INK.band, 0.42, [
  ...braid(topLeft, topRight, 4, mm(3), 64),
  ...braid(topRight, bottomRight, 4, mm(3), 84),
  ...braid(bottomRight, bottomLeft, 4, mm(3), 64),
  ...braid(bottomLeft, topLeft, 4, mm(3), 84),
]);

/** Fine lines that a copier loses and that nobody draws twice alike; the machine-readable foot stays white. */
export function drawBackground(pdf: Pdf): void {
  pdf.save().rect(0, 0, SHEET.width, SHEET.footTop).clip();
  LAYERS.forEach((each, index) => stroke(pdf, each, `Curves${index}`));
  pdf.restore();
  stroke(pdf, BRAIDS, 'Braids');
  pdf.lineWidth(0.5).strokeColor(INK.band, 0.55);
  for (const inset of [-FRAME.band, FRAME.band]) {
    const [x, y] = [FRAME.left - inset, FRAME.top - inset];
    pdf.rect(x, y, FRAME.right + inset - x, FRAME.bottom + inset - y).stroke();
  }
}

/** The forms of one file: its sheets share them. */
const formsOf = new WeakMap<Pdf, Map<string, ReturnType<Pdf['ref']>>>();

/** As a form of its own, which draws with the line and colour in force (ISO 32000-1 section 8.10). */
function stroke(pdf: Pdf, { ink, opacity, drawing }: Layer, name: string): void {
  const forms = formsOf.get(pdf) ?? new Map<string, ReturnType<Pdf['ref']>>();
  formsOf.set(pdf, forms);
  const form = forms.get(name) ?? makeForm(pdf, drawing);
  forms.set(name, form);
  (pdf.page.xobjects as Record<string, unknown>)[name] = form;
  pdf.lineWidth(LINE_WIDTH).strokeColor(ink, opacity).addContent(`/${name} Do`);
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
