import { engrave, engraving } from '../engraving.js';
import { rosette } from '../guilloche.js';
import { type Pdf, write } from '../pen.js';
import { INK, mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';

const CENTRE = { x: SHEET.left + mm(8), y: mm(22.2) };
const flower = { centre: CENTRE, ripples: 24, turns: 7 };
const PETALS = engraving(
  'Emblem0',
  INK.band,
  0.9,
  rosette({ ...flower, petals: 8, radius: mm(6.2), swing: mm(1.5), ripple: mm(0.3) }),
);
const RIM = engraving(
  'Emblem1',
  INK.gold,
  1,
  rosette({ ...flower, petals: 16, radius: mm(4.9), swing: mm(0.35), ripple: mm(0.12), turns: 4 }),
);

/** Where the words beside the emblem begin. */
export const BESIDE_EMBLEM = SHEET.left + mm(19.5);

/** A medallion of fine lines around the state's code. No state's arms: those are for its own printers to add. */
export function drawEmblem(pdf: Pdf, tags: Tags, issuer: string): void {
  tags.decoration(() => {
    pdf.fillColor(INK.white, 0.8).circle(CENTRE.x, CENTRE.y, mm(7)).fill();
    engrave(pdf, PETALS);
    pdf.fillColor(INK.white, 1).circle(CENTRE.x, CENTRE.y, mm(4.9)).fill();
    engrave(pdf, RIM);
  });
  tags.part('P', () =>
    write(pdf, issuer, CENTRE.x, CENTRE.y + mm(1.25), {
      face: 'title',
      size: 10,
      ink: INK.band,
      align: 'center',
    }),
  );
}
