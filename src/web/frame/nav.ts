import type { StaffRole } from '../../platform/auth/roles.js';
import type { NavArea } from '../page-context.js';

/** Which areas of the console a role works in, in the order shown. The routes decide; this only spares dead ends. */
export const NAV_OF_ROLE: Readonly<Record<StaffRole, readonly NavArea[]>> = {
  officer: ['today', 'lists', 'reviews', 'documents', 'blanks'],
  protection: ['cases', 'duplicates'],
  approver: ['approvals', 'reviews', 'documents', 'cases'],
  supervisor: [
    'supervisor',
    'documents',
    'blanks',
    'messages',
    'cases',
    'lists',
    'duplicates',
    'arrivals',
    'ministry',
    'bulletins',
  ],
  analyst: ['ministry', 'bulletins'],
  'home-agency': ['arrivals', 'family-requests'],
  auditor: ['audit'],
  administrator: ['accounts', 'devices'],
};
