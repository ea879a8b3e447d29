import fc from 'fast-check';
import { bandChart } from './band-chart.js';

const days = fc.array(
  fc
    .tuple(fc.nat(50_000), fc.nat(50_000), fc.nat(50_000))
    .map((values) => values.sort((one, other) => one - other))
    .map(([low, middle, high]) => ({ day: '2026-01-20', low: low, middle: middle, high: high })),
  { minLength: 2, maxLength: 90 },
);
const corners = (points: string) => points.split(' ').map((point) => point.split(',').map(Number));

describe('bandChart', () => {
  it('keeps the band inside the frame and the line inside the band', () => {
    fc.assert(
      fc.property(days, (given) => {
        const chart = bandChart(given);
        const band = corners(chart.band);
        const line = corners(chart.line);
        expect(band).toHaveLength(2 * given.length);
        for (const [x, y] of [...band, ...line]) {
          expect(x! >= chart.left && x! <= chart.width).toBe(true);
          expect(y! >= 0 && y! <= chart.height).toBe(true);
        }
        line.forEach(([, y], index) => {
          const [high, low] = [band[index]![1]!, band[band.length - 1 - index]![1]!];
          expect(y! >= high && y! <= low).toBe(true);
        });
      }),
    );
  });

  it('names the first day, the middle one and the last', () => {
    const given = Array.from({ length: 31 }, (_, n) => ({
      day: `2026-01-${n + 1}`,
      low: 0,
      middle: 1,
      high: 2,
    }));
    expect(bandChart(given).labels.map(({ day }) => day)).toEqual(['2026-01-1', '2026-01-16', '2026-01-31']);
  });
});
