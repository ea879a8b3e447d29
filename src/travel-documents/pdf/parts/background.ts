import { engrave, engraving } from '../engraving.js';
import { braid, rosette, waves } from '../guilloche.js';
import type { Pdf } from '../pen.js';
import { INK, mm, SHEET } from '../sheet.js';

const FRAME = {
  left: mm(7),
  right: SHEET.width - mm(7),
  top: mm(7),
  bottom: SHEET.footTop - mm(3),
  band: mm(1.9),
};

const field = { left: 0, right: SHEET.width, top: mm(-2), bottom: SHEET.footTop };
const flower = { centre: { x: SHEET.width / 2, y: mm(139) }, ripples: 36, turns: 12 };
const CURVES = [
  engraving('Curves0', INK.teal, 0.3, waves({ ...field, rounds: 3, lines: 30, waves: 8, height: mm(5.6) })),
  engraving('Curves1', INK.blue, 0.2, waves({ ...field, rounds: 3, lines: 20, waves: 11, height: mm(-4.6) })),
  engraving(
    'Curves2',
    INK.rose,
    0.3,
    rosette({ ...flower, petals: 12, radius: mm(63), swing: mm(13), ripple: mm(2.6) }),
  ),
  engraving(
    'Curves3',
    INK.blue,
    0.3,
    rosette({ ...flower, petals: 9, radius: mm(40), swing: mm(10), ripple: mm(2) }),
  ),
  engraving(
    'Curves4',
    INK.gold,
    0.42,
    rosette({ ...flower, petals: 6, radius: mm(19), swing: mm(7), ripple: mm(1.2) }),
  ),
];

const { left, right, top, bottom } = FRAME;
const braids = { left, right, top, bottom, strands: 4, width: mm(3), period: mm(6.2) };
const BRAIDS = engraving('Braids', INK.band, 0.5, braid(braids));

/** Fine lines that a copier loses and that nobody draws twice alike; the machine-readable foot stays white. */
export function drawBackground(pdf: Pdf): void {
  pdf.save().rect(0, 0, SHEET.width, SHEET.footTop).clip();
  for (const curves of CURVES) engrave(pdf, curves);
  pdf.restore();
  engrave(pdf, BRAIDS);
  pdf.lineWidth(0.6).strokeColor(INK.band, 0.8);
  frame(pdf, -FRAME.band);
  frame(pdf, FRAME.band);
  pdf.lineWidth(0.5).strokeColor(INK.gold, 1);
  frame(pdf, FRAME.band + mm(0.9));
}

function frame(pdf: Pdf, inset: number): void {
  const [x, y] = [FRAME.left + inset, FRAME.top + inset];
  pdf.rect(x, y, FRAME.right - inset - x, FRAME.bottom - inset - y).stroke();
}
