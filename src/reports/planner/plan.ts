import { type Bands, bandsOf, clearDays, leftOn } from './clear-days.js';
import type { Courses } from './flow.js';
import { drawChance, forecast, type Forecast, forecastUrgent, type Situation } from './forecast.js';
import { neededStaff } from './needed-staff.js';
import { PLAN_STAGES, type PlanStage } from './plan-stages.js';

/** When one stage will be clear, and what it takes. Days count from 0, today; null: not within the forecast. */
export interface StagePlan {
  stage: PlanStage;
  clear: { p10: number; p50: number; p90: number | null } | null;
  urgentClear: number | null;
  /** People by whom its own line grows a day, over the days shown. */
  growingBy: number;
  /** The first stage before it that is never clear, where that is the reason that this one is not. */
  heldUpBy: PlanStage | null;
  neededStaff: number | null;
  /** People who come to it a day, in the mean of the days shown. */
  coming: number;
  /** What may be left in its line at the end of each of the days shown. */
  left: Bands<number>[];
}

export interface Plan {
  stages: StagePlan[];
  /** Where the line grows most. */
  bottleneck: PlanStage | null;
}

/** So many days are looked at to say when a stage will be clear. */
export const HORIZON = 200;
const GROWING = 1;

/**
 * When everybody who came will have passed each stage, with what chance, and how many staff it takes by a day.
 * @param shown days to show. @param by from 0. Both at most the days of the situation
 */
export function planOf(situation: Situation, shown: number, by: number): Plan {
  const chance = drawChance(situation);
  const all = forecast(situation, chance);
  const urgent = forecastUrgent(situation, chance);
  const needed = neededStaff(situation, chance, by);
  const stages: StagePlan[] = [];
  for (const stage of PLAN_STAGES) {
    const clear = clearOf(all, stage);
    const left = Array.from({ length: shown }, (_, day) => leftOn(all, stage, day));
    const grown = (left.at(-1)!.p50 - situation.stages[stage].backlog) / shown;
    const growingBy = clear === null ? Math.max(0, grown) : 0;
    const never = stages.find((before) => before.clear === null && before.heldUpBy === null);
    stages.push({
      stage,
      clear,
      urgentClear: clearOf(urgent, stage)?.p90 ?? null,
      growingBy,
      heldUpBy: clear === null && growingBy < GROWING ? (never?.stage ?? null) : null,
      neededStaff: needed[stage],
      coming: meanOf(all.stages[stage].inflow, all.days, shown),
      left,
    });
  }
  return { stages, bottleneck: bottleneckOf(stages) };
}

function meanOf(inflow: Courses, days: number, shown: number): number {
  let total = 0;
  inflow.forEach((people, at) => (total += at % days < shown ? people : 0));
  return (total * days) / (inflow.length * shown);
}

function clearOf(all: Forecast, stage: PlanStage): StagePlan['clear'] {
  const found = bandsOf(clearDays(all, stage));
  if (found.p50 === Infinity) return null;
  return { ...found, p90: found.p90 === Infinity ? null : found.p90 };
}

function bottleneckOf(stages: readonly StagePlan[]): PlanStage | null {
  const [worst] = [...stages].sort((one, other) => other.growingBy - one.growingBy);
  return worst && worst.growingBy >= GROWING ? worst.stage : null;
}
