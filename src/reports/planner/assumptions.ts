import type { PlanStage } from './plan-stages.js';

/** What a plan takes for granted; in words `plan.assumption.<code>`, with `value` in it. */
export const ASSUMPTIONS = [
  'arrivals-go-on',
  'arrivals-given',
  'arrivals-hardly-known',
  'service-minutes',
  'staff-assumed',
  'pace-of-busiest-day',
  'nobody-passed-yet',
  'no-show-assumed',
  'everyone-needs-a-document',
  'hours-assumed',
  'what-is-withheld',
  'nobody-drops-out',
] as const;

export interface Assumption {
  code: (typeof ASSUMPTIONS)[number];
  stage: PlanStage | null;
  value: number | null;
}

export const assume = (
  code: Assumption['code'],
  stage: PlanStage | null = null,
  value: number | null = null,
): Assumption => ({ code, stage, value });

/** Where nothing is known yet: a service, its coefficient of variation, and who does not come (the reference scenario). */
export const ASSUMED = { minutes: 12, variation: 0.6, noShow: 0.15 } as const;
/** Of the time that a post is open, so much is work with people. */
export const BUSY_SHARE = 0.95;
/** From so many people on, what was seen counts more than what was assumed. */
export const ENOUGH_PEOPLE = 20;
