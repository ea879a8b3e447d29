import type { DocumentContent } from '../../issuance/document-content.js';
import type { DocumentWords } from '../document-words.js';
import { drawPanel, type Pdf, write } from '../pen.js';
import { INK, mm, SHEET } from '../sheet.js';
import type { Tags } from '../tags.js';

const TOP = mm(139);

/** The one journey: from where, through which countries, to where. Every stop is named on the ticket too. */
export function drawRoute(pdf: Pdf, tags: Tags, words: DocumentWords, content: DocumentContent): void {
  const { left, right } = SHEET;
  const panel = { x: left, y: TOP - mm(5.2), width: right - left, height: mm(26.4) };
  tags.decoration(() => drawPanel(pdf, panel, 0.62));
  tags.part('H2', () =>
    write(pdf, words.label('route'), left + mm(3), TOP, { face: 'strong', size: 8.6, ink: INK.band }),
  );
  const stops = [
    { key: 'from', country: content.from },
    ...content.transit.map((country) => ({ key: 'transit', country })),
    { key: 'destination', country: content.destination },
  ];
  const inset = mm(17);
  const step = (right - left - 2 * inset) / (stops.length - 1);
  const y = TOP + mm(5.4);
  tags.decoration(() => {
    pdf
      .lineWidth(1.4)
      .strokeColor(INK.band, 1)
      .moveTo(left + inset, y)
      .lineTo(right - inset, y)
      .stroke();
    stops.forEach((_, index) => drawStop(pdf, left + inset + index * step, y, index === stops.length - 1));
    for (let index = 0; index < stops.length - 1; index++)
      drawArrow(pdf, left + inset + (index + 0.5) * step, y);
  });
  stops.forEach(({ key, country }, index) => {
    const x = left + inset + index * step;
    const width = Math.min(step, 2 * inset) - mm(2);
    const name = words.country(country);
    tags.part('P', () =>
      write(pdf, words.label(key), x, y + mm(6), { size: 6.3, ink: INK.quiet, align: 'center', width }),
    );
    tags.part('P', () =>
      write(pdf, name.english, x, y + mm(10.8), { face: 'strong', size: 11, align: 'center', width }),
    );
    const { own } = name;
    if (own !== null)
      tags.part(
        'P',
        () => write(pdf, own, x, y + mm(14.6), { face: 'slanted', size: 8.6, align: 'center', width }),
        { lang: words.own },
      );
  });
}

function drawStop(pdf: Pdf, x: number, y: number, last: boolean): void {
  pdf
    .lineWidth(1.4)
    .strokeColor(INK.band, 1)
    .fillColor(last ? INK.band : INK.white, 1);
  pdf.circle(x, y, mm(1.7)).fillAndStroke();
}

function drawArrow(pdf: Pdf, x: number, y: number): void {
  pdf.fillColor(INK.band, 1);
  pdf
    .moveTo(x - mm(1.2), y - mm(1.5))
    .lineTo(x + mm(1.6), y)
    .lineTo(x - mm(1.2), y + mm(1.5))
    .fill();
}
