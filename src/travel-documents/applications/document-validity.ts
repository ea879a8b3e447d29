import { dayAfter } from '../../platform/clock/calendar-day.js';

/**
 * How long a document is good for: as short as serves the journey, for a document that lies about can be stolen.
 * `days` count from the journey for the first rule, from today for the others.
 */
export const VALIDITY_RULES = {
  afterJourney: { days: 2, source: 'Directive (EU) 2019/997, article 6: the journey and two days' },
  usual: {
    days: 15,
    source: 'Directive (EU) 2019/997, article 6: fifteen days as a rule; longer with a reason',
  },
  most: { days: 60, source: 'rule of this service' },
  law: { days: 730, source: 'UU 6/2011: at most two years' },
} as const;

/** Why a document must be good for longer than is usual. */
export const VALIDITY_REASONS = ['journey-later', 'no-seat-yet', 'medical', 'long-journey'] as const;
export type ValidityReason = (typeof VALIDITY_REASONS)[number];

/** What the end of a document's validity hangs on. All days `YYYY-MM-DD`. */
export interface AskedValidity {
  today: string;
  validUntil?: string;
  journeyOn?: string;
  validityReason?: ValidityReason;
}

/** The end of validity that was asked for, or else the journey and two days, or fifteen days where no journey is known. */
export const validityEnd = ({ today, validUntil, journeyOn }: AskedValidity): string =>
  validUntil ??
  (journeyOn === undefined
    ? dayAfter(today, VALIDITY_RULES.usual.days)
    : dayAfter(journeyOn, VALIDITY_RULES.afterJourney.days));

export interface ValidityFault {
  field: 'validUntil' | 'journeyOn' | 'validityReason';
  code: 'in-the-past' | 'too-far-ahead' | 'before-journey' | 'validity-unexplained';
}

/** What is wrong with a validity, or nothing. */
export function validityFault(asked: AskedValidity): ValidityFault | undefined {
  const { today, journeyOn, validityReason } = asked;
  const end = validityEnd(asked);
  if (journeyOn !== undefined && journeyOn < today) return { field: 'journeyOn', code: 'in-the-past' };
  if (end <= today) return { field: 'validUntil', code: 'in-the-past' };
  if (end > dayAfter(today, Math.min(VALIDITY_RULES.most.days, VALIDITY_RULES.law.days)))
    return { field: asked.validUntil === undefined ? 'journeyOn' : 'validUntil', code: 'too-far-ahead' };
  if (journeyOn !== undefined && end < journeyOn) return { field: 'validUntil', code: 'before-journey' };
  if (end > dayAfter(today, VALIDITY_RULES.usual.days) && validityReason === undefined)
    return { field: 'validityReason', code: 'validity-unexplained' };
  return undefined;
}
