import { ASSUMED, BUSY_SHARE } from './assumptions.js';
import { perDayAt } from './learn-work.js';
import { type PlanStage, STAFF_OF } from './plan-stages.js';
import type { Learned } from './situation-of.js';
import type { Queue } from './waits.js';

/** Days over which the working hours of a week are averaged; today is not one of them. */
const WEEKS = 28;
/** A surge makes days uneven, which the plan by day shows; within a day it is not worse than this. */
const MOST_DISPERSION = 10;

/** A stage as the queue that it is once its backlog is gone; null where nobody works at it. */
export function steadyQueue(stage: PlanStage, learned: Learned): Queue | null {
  const { situation, openMinutes, counters, dispersion } = learned;
  const { perStaff, staff } = situation.stages[stage];
  if (perStaff === null || perStaff <= 0 || staff <= 0) return null;
  const days = situation.open.slice(1, 1 + WEEKS);
  const worked = days.reduce((total, part) => total + part, 0) / days.length;
  if (worked === 0) return null;
  const share = STAFF_OF[stage] === 'documentOfficers' || stage === 'approval' ? situation.documentShare : 1;
  const perDay = ((situation.arrivals.at(-1) ?? 0) * share) / worked;
  const variation = stage === 'counter' ? counters.variation : ASSUMED.variation;
  return {
    perMinute: perDay / (openMinutes * BUSY_SHARE),
    minutes: perDayAt(1, openMinutes) / perStaff,
    staff,
    arrivalVariation: Math.min(dispersion, MOST_DISPERSION),
    serviceVariation: variation ** 2,
  };
}
