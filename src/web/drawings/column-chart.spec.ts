import fc from 'fast-check';
import { columnChart } from './column-chart.js';
import { niceCeiling } from './value-scale.js';

const days = fc.array(fc.record({ day: fc.constant('2026-01-20'), value: fc.nat(100_000) }), {
  maxLength: 60,
});

describe('columnChart', () => {
  it('keeps every column inside the frame and on the base line', () => {
    fc.assert(
      fc.property(days, (given) => {
        const chart = columnChart(given);
        const base = chart.lines[0]?.y ?? NaN;
        for (const column of chart.columns) {
          expect(column.x).toBeGreaterThanOrEqual(0);
          expect(column.x + column.width).toBeLessThanOrEqual(chart.width);
          expect(column.y).toBeGreaterThanOrEqual(0);
          expect(column.y + column.height).toBeCloseTo(base, 0);
        }
      }),
    );
  });

  it('draws heights in proportion to values', () => {
    const [half, full] = columnChart([
      { day: '2026-01-19', value: 260 },
      { day: '2026-01-20', value: 520 },
    ]).columns;
    expect(full?.height).toBeCloseTo(2 * (half?.height ?? 0), 0);
  });

  it('labels the last day and no more than ten', () => {
    const chart = columnChart(Array.from({ length: 31 }, (_, i) => ({ day: `2026-01-${i + 1}`, value: i })));
    expect(chart.columns.at(-1)?.labelled).toBe(true);
    expect(chart.columns.filter(({ labelled }) => labelled).length).toBeLessThanOrEqual(10);
  });

  it.each([
    [0, 4],
    [4, 4],
    [5, 8],
    [9, 20],
    [520, 800],
    [1440, 2000],
  ])('takes %d up to %d', (value, ceiling) => expect(niceCeiling(value)).toBe(ceiling));
});
