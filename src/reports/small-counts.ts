import type { Caller } from '../platform/auth/caller.js';

/** Whether somebody may see persons, and therefore small counts too. */
export const seesSmallCounts = (caller: Caller): boolean => caller.role === 'supervisor';
