import type { StaffRole } from '../../platform/auth/roles.js';
import type { NavArea } from '../page-context.js';
import { navPaths } from '../paths.js';

/** Which areas of the console a role works in, in the order shown. The routes decide; this only spares dead ends. */
export const NAV_OF_ROLE: Readonly<Record<StaffRole, readonly NavArea[]>> = {
  officer: ['today', 'lists', 'reviews', 'second-person', 'documents', 'blanks'],
  protection: ['cases', 'second-person', 'duress', 'duplicates'],
  approver: ['approvals', 'reviews', 'second-person', 'documents', 'cases'],
  supervisor: [
    'supervisor',
    'post',
    'devices',
    'documents',
    'blanks',
    'messages',
    'cases',
    'lists',
    'duplicates',
    'duress',
    'arrivals',
    'ministry',
    'bulletins',
  ],
  analyst: ['ministry', 'bulletins'],
  'home-agency': ['arrivals', 'family-requests'],
  auditor: ['audit'],
  administrator: ['accounts', 'devices', 'post', 'retention'],
};

/** The area that a page belongs to: the one whose address its own begins with, of several the nearest; or none. */
export function areaOf(address: string, nav: readonly NavArea[]): NavArea | undefined {
  const path = address.split('?', 1)[0]!;
  return nav
    .filter((area) => path === navPaths[area] || path.startsWith(`${navPaths[area]}/`))
    .sort((a, b) => navPaths[b].length - navPaths[a].length)[0];
}

/** Areas that stand together behind one word of the menu, once a role has more than fit in a line. */
const NAV_GROUPS = {
  hall: ['supervisor', 'messages', 'post', 'devices'],
  people: ['cases', 'lists', 'duplicates', 'duress'],
  papers: ['documents', 'blanks'],
  'way-home': ['arrivals'],
  figures: ['ministry', 'bulletins'],
} as const satisfies Record<string, readonly NavArea[]>;

/** More areas than this are shown by their groups. */
const MOST_IN_A_LINE = 6;

export interface MenuEntry {
  /** Key of its words. */
  words: string;
  href: string;
  /** What is shown belongs to it. */
  here: boolean;
}

/** The menu of a page: one line, and below it the areas of the group that is shown, where it has several. */
export function menuOf(address: string, nav: readonly NavArea[]): { line: MenuEntry[]; below: MenuEntry[] } {
  const shown = areaOf(address, nav);
  const entry = (area: NavArea): MenuEntry => ({
    words: `nav.${area}`,
    href: navPaths[area],
    here: area === shown,
  });
  if (nav.length <= MOST_IN_A_LINE) return { line: nav.map(entry), below: [] };
  const groups = Object.entries(NAV_GROUPS).map(([name, areas]: [string, readonly NavArea[]]) => ({
    name,
    areas: areas.filter((area) => nav.includes(area)),
  }));
  const line = groups.flatMap(({ name, areas: [first, ...others] }): MenuEntry[] => {
    if (!first) return [];
    if (others.length === 0) return [entry(first)];
    const here = shown !== undefined && (first === shown || others.includes(shown));
    return [{ words: `nav-group.${name}`, href: navPaths[first], here }];
  });
  const group = groups.find(({ areas }) => shown !== undefined && areas.includes(shown));
  return { line, below: group && group.areas.length > 1 ? group.areas.map(entry) : [] };
}
