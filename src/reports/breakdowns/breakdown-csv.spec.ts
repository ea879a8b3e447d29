import { FIGURE_CODES } from '../figures/figures.js';
import type { BreakdownResponse } from './breakdown.dto.js';
import { breakdownCsv } from './breakdown-csv.js';
import { type Grouping, groupsOf } from './groupings.js';

describe('figures by group as CSV', () => {
  const rows = (by: Grouping) => {
    const groups = groupsOf(by, 'IDN');
    const breakdown: BreakdownResponse = {
      post: 'PNH',
      timeZone: 'Asia/Phnom_Penh',
      asOf: '2026-01-20T01:00:00.000Z',
      by,
      day: '2026-01-19',
      suppressed: true,
      definition: '=1+1',
      groups: groups.map((group) => ({ group, name: `Of ${group}` })),
      figures: FIGURE_CODES.map((figure) => ({
        figure,
        day: figure === 'arrived' ? null : '2026-01-18',
        total: figure === 'arrived' ? null : 100,
        notShown: figure === 'arrived' ? null : 7,
        groups: groups.map((group, i) => ({ group, people: figure === 'arrived' ? null : 10 + i })),
      })),
      definitions: FIGURE_CODES.map((figure) => ({ figure, name: figure, definition: 'People.' })),
    };
    return breakdownCsv(breakdown).trimEnd().split('\r\n');
  };
  const LAST = `,People.,'=1+1,2026-01-20T01:00:00.000Z,Asia/Phnom_Penh`;

  it('has a column for each sex, under its HXL hashtag', () => {
    const [heading, tags, registered] = rows('sex');
    expect(heading).toBe(
      '\ufeffday,post,figure,female,male,other,not_shown_yet,total,definition,groups_definition,as_of,time_zone',
    );
    expect(tags).toBe(
      '#date,#org+code,#indicator+code,#affected+f,#affected+m,#affected+sex_other,#affected+not_shown,#affected+total,#meta+definition,#meta+definition+groups,#date+asof,#meta+timezone',
    );
    expect(registered).toBe(`2026-01-18,PNH,registered,10,11,12,7,100${LAST}`);
    expect(rows('sex').at(-1)).toBe(`,PNH,arrived,,,,,${LAST}`);
  });

  it('has a column for each age group', () => {
    expect(rows('age')[1]).toContain(
      '#affected+infants+age_0_4,#affected+children+age_5_17,#affected+adults+age_18_59,#affected+elderly+age_60_plus,#affected+age_unknown,',
    );
  });

  it('has a row for each figure and province, and one for who is of none that is known', () => {
    const [heading, tags, first] = rows('province');
    expect(heading).toContain('figure,province,province_code,people,not_shown_yet,total');
    expect(tags).toContain('#adm1+name,#adm1+code,#affected,#affected+not_shown,');
    expect(first).toBe(`2026-01-18,PNH,registered,Of AC,AC,10,7,100${LAST}`);
    expect(rows('province')).toHaveLength(2 + FIGURE_CODES.length * 39);
    expect(rows('province')[2 + 38]).toContain(',Of elsewhere,,48,');
  });
});
