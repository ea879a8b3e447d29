import type { Need } from '../../registrations/needs.js';

/**
 * The needs that care on arrival has to be ready for. What somebody was made to do, or fears, is not passed on with a list
 * (standards: protective records are kept apart).
 */
export const CARE_NEEDS = [
  'medical-emergency',
  'unaccompanied-minor',
  'pregnant',
  'small-children',
  'injured-or-ill',
  'disabled',
  'elderly',
] as const satisfies readonly Need[];
export type CareNeed = (typeof CARE_NEEDS)[number];

/** Of the needs that a person reported, those that care on arrival has to know. */
export const careNeeds = (needs: readonly Need[]): CareNeed[] =>
  CARE_NEEDS.filter((need) => needs.includes(need));
