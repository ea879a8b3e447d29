import { STAFF_ROLES } from '../../platform/auth/roles.js';
import { areaOf, menuOf, NAV_OF_ROLE } from './nav.js';

describe('the menu of the console', () => {
  it.each(STAFF_ROLES)('is one short line for the role %s, and leads to each of its areas', (role) => {
    const nav = NAV_OF_ROLE[role];
    const { line } = menuOf('/console', nav);
    expect(line.length).toBeLessThanOrEqual(6);
    const reached = line.flatMap(({ href }) => {
      const { below } = menuOf(href, nav);
      return below.length > 0 ? below.map(({ words }) => words) : [`nav.${areaOf(href, nav)!}`];
    });
    expect(reached.sort()).toEqual(nav.map((area) => `nav.${area}`).sort());
  });

  it('marks the group and the area of what is shown, and only those', () => {
    const { line, below } = menuOf('/ministry/bulletins/2026-01-20?lang=id', NAV_OF_ROLE.supervisor);
    expect(line.filter(({ here }) => here).map(({ words }) => words)).toEqual(['nav-group.figures']);
    expect(below.filter(({ here }) => here).map(({ words }) => words)).toEqual(['nav.bulletins']);
    expect(menuOf('/console/elsewhere', NAV_OF_ROLE.supervisor).below).toEqual([]);
  });
});
