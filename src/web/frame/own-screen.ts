import { Problem } from '../../platform/problems/problem.js';
import type { GuardedVisit } from './visit.js';

/**
 * A screen of the hall keeps its own session whatever is typed on it, and shows the next person nobody's page.
 * @throws Problem `shared-screen` (403)
 */
export function requireOwnScreen({ caller }: GuardedVisit): void {
  if (caller.role === 'kiosk' || caller.role === 'board') throw new Problem('forbidden', 'shared-screen');
}
