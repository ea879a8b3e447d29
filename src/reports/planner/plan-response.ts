import { dayAfter } from '../../platform/clock/calendar-day.js';
import type { Learned } from './situation-of.js';
import type { PlanDayResponse, StagePlanResponse } from './plan.dto.js';
import type { Plan, StagePlan } from './plan.js';
import { PLACES, STAFF_OF } from './plan-stages.js';
import { steadyQueue } from './steady-queue.js';
import { loadOf, meanWait } from './waits.js';
import { type ShownFacts, shownBands } from './withhold-plan.js';

/** One stage of a plan, as it is answered. */
export function stageResponse(
  stage: StagePlan,
  facts: ShownFacts,
  learned: Learned,
  by: string,
): StagePlanResponse {
  const load = facts.loads.find((one) => one.stage === stage.stage)!;
  const byBand = shownBands(facts.byBand[stage.stage], load.people, facts.suppressed);
  const { perStaff, staff } = learned.situation.stages[stage.stage];
  const queue = PLACES.includes(stage.stage) ? null : steadyQueue(stage.stage, learned);
  const wait = queue && meanWait(queue);
  const day = (ahead: number) => dayAfter(facts.today, ahead);
  const { clear, urgentClear, neededStaff } = stage;
  return {
    stage: stage.stage,
    backlog: load.people,
    byBand,
    medianAgeMinutes: load.medianMinutes,
    oldestAgeMinutes: load.oldestMinutes,
    arrivalsPerDay: tenths(stage.coming),
    perDay: perStaff === null ? null : tenths(perStaff * staff),
    staff: perStaff === null ? null : staff,
    staffKind: STAFF_OF[stage.stage],
    load: queue && Math.min(Math.round(loadOf(queue) * 1000) / 1000, 100_000),
    waitMinutes: wait === null ? null : Math.round(wait),
    clearOn: clear && {
      p10: day(clear.p10),
      p50: day(clear.p50),
      p90: clear.p90 === null ? null : day(clear.p90),
    },
    urgentClearOn: byBand === null || urgentClear === null ? null : day(urgentClear),
    growingBy: tenths(stage.growingBy),
    heldUpBy: stage.heldUpBy,
    neededBy: {
      date: by,
      staff: neededStaff,
      perDay: neededStaff === null || perStaff === null ? null : tenths(perStaff * neededStaff),
    },
  };
}

/** Each stage on each day, whole people. */
export const dayResponses = ({ stages }: Plan, today: string, shown: number): PlanDayResponse[] =>
  Array.from({ length: shown }, (_, ahead) =>
    stages.map(({ stage, left }) => ({
      day: dayAfter(today, ahead),
      stage,
      low: Math.round(left[ahead]!.p10),
      middle: Math.round(left[ahead]!.p50),
      high: Math.round(left[ahead]!.p90),
    })),
  ).flat();

export const tenths = (value: number): number => Math.round(value * 10) / 10;
