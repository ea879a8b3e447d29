import { countsOf, FIGURE_CODES } from '../figures/figures.js';
import { bulletinCsv } from './bulletin-csv.js';

describe('a bulletin as CSV', () => {
  it('quotes what a spreadsheet would take for a formula, a comma or a new row', () => {
    const csv = bulletinCsv({
      post: 'PNH',
      day: '2026-01-19',
      revision: 1,
      asOf: '2026-01-20T01:00:00.000Z',
      timeZone: 'Asia/Phnom_Penh',
      complete: true,
      changedBecause: null,
      changes: [],
      suppressed: false,
      figures: countsOf(() => 12),
      cumulative: countsOf(() => 100),
      definitions: FIGURE_CODES.map((figure) => ({ figure, name: figure, definition: '=1+1, "so"\r\n@x' })),
      figuresHash: null,
    });
    expect(csv.split('\r\n2026')).toHaveLength(1 + FIGURE_CODES.length);
    expect(csv).toContain(`,12,100,"'=1+1, ""so""\r\n@x",2026-01-20T01:00:00.000Z,`);
  });
});
