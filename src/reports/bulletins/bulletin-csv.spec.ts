import { countsOf, FIGURE_CODES } from '../figures/figures.js';
import type { BulletinResponse } from './bulletins.dto.js';
import { bulletinCsv } from './bulletin-csv.js';

describe('a bulletin as CSV', () => {
  const bulletin = (overrides: Partial<BulletinResponse> = {}): BulletinResponse => ({
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
    definitions: FIGURE_CODES.map((figure) => ({ figure, name: figure, definition: 'People.' })),
    figuresHash: null,
    ...overrides,
  });

  it('quotes what a spreadsheet would take for a formula, a comma or a new row', () => {
    const definition = '=1+1, "so"\r\n@x';
    const csv = bulletinCsv(
      bulletin({ definitions: FIGURE_CODES.map((figure) => ({ figure, name: figure, definition })) }),
    );
    expect(csv.split('\r\n2026')).toHaveLength(1 + FIGURE_CODES.length);
    expect(csv).toContain(`,12,100,"'=1+1, ""so""\r\n@x",2026-01-20T01:00:00.000Z,`);
  });

  it('says of a corrected figure that it was corrected, why and what it was, and whether the day was over', () => {
    const csv = bulletinCsv(
      bulletin({
        revision: 2,
        complete: false,
        changedBecause: 'Two people were counted twice.',
        changes: [
          { figure: 'served', cell: 'of-the-day', before: 14, after: 12 },
          { figure: 'served', cell: 'cumulative', before: 102, after: 100 },
        ],
      }),
    );
    const line = (figure: string) => csv.split('\r\n').find((row) => row.includes(`,${figure},`));
    expect(line('served')).toMatch(/,2,false,Two people were counted twice\.,14,102$/);
    expect(line('arrived')).toMatch(/,2,false,Two people were counted twice\.,,$/);
  });
});
