import { ADULT_AT } from '../registrations/groups/group-rules.js';
import { type Need, NEEDS, URGENT_NEEDS } from '../registrations/needs.js';
import type { Band } from './band.js';
import type { BandReason } from './band-reasons.js';

const ELDERLY_FROM = 65;

/** What is known when a band is set by rule. */
export interface BandFacts {
  needs: readonly Need[];
  birthYear: number | null;
  /** The calendar year at the post. */
  thisYear: number;
}

export interface RuledBand {
  band: Band;
  /** Most pressing first. */
  reasons: BandReason[];
}

/**
 * The band of the embassy's field guide: urgent where any urgent need is reported, high where anything else speaks for it,
 * else standard. Of a birth year alone the age is known to within a year; each age group gets the benefit of the doubt.
 */
export function assessBand({ needs, birthYear, thisYear }: BandFacts): RuledBand {
  const urgent = needs.some((need) => (URGENT_NEEDS as readonly Need[]).includes(need));
  const reasons = [
    ...NEEDS.filter((need) => needs.includes(need)),
    ...(birthYear === null ? [] : byBirthYear(needs, thisYear - birthYear)),
  ];
  return { band: urgent ? 'urgent' : reasons.length > 0 ? 'high' : 'standard', reasons };
}

/** @param oldest the age reached in this year; the person may still be one year younger */
function byBirthYear(needs: readonly Need[], oldest: number): BandReason[] {
  if (oldest - 1 < ADULT_AT) return needs.includes('unaccompanied-minor') ? [] : ['minor-by-birth-year'];
  if (oldest >= ELDERLY_FROM) return needs.includes('elderly') ? [] : ['elderly-by-birth-year'];
  return [];
}
