import type { StaffRole } from '../../platform/auth/roles.js';
import type { NavArea } from '../page-context.js';
import { navPaths } from '../paths.js';

/** Which areas of the console a role works in, in the order shown. The routes decide; this only spares dead ends. */
export const NAV_OF_ROLE: Readonly<Record<StaffRole, readonly NavArea[]>> = {
  officer: ['today', 'lists', 'reviews', 'documents', 'blanks'],
  protection: ['cases', 'duress', 'duplicates'],
  approver: ['approvals', 'reviews', 'documents', 'cases'],
  supervisor: [
    'supervisor',
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
  administrator: ['accounts', 'devices'],
};

/** The area that a page belongs to: the one whose address its own begins with, of several the nearest; or none. */
export function areaOf(address: string, nav: readonly NavArea[]): NavArea | undefined {
  const path = address.split('?', 1)[0]!;
  return nav
    .filter((area) => path === navPaths[area] || path.startsWith(`${navPaths[area]}/`))
    .sort((a, b) => navPaths[b].length - navPaths[a].length)[0];
}
