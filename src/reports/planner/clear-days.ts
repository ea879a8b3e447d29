import type { Courses } from './flow.js';
import type { Forecast } from './forecast.js';
import { PLAN_STAGES, type PlanStage } from './plan-stages.js';

/** So little is nobody: people are counted in fractions here. */
export const NOBODY = 0.5;

/** In how many of ten courses something has happened by a day. */
export interface Bands<T> {
  p10: T;
  p50: T;
  p90: T;
}

/**
 * Who has not yet passed a stage at the end of each day, wherever before it they wait.
 * @param whom everybody, or only those who had come before the day
 */
export function notYetPast(
  { arrivals, stages }: Forecast,
  stage: PlanStage,
  whom: 'left' | 'earlierLeft' = 'left',
): Courses {
  const all = new Float64Array(arrivals.length);
  for (const before of PLAN_STAGES.slice(0, PLAN_STAGES.indexOf(stage) + 1)) {
    const left = stages[before][whom];
    for (let at = 0; at < all.length; at++) all[at]! += left[at]!;
  }
  return all;
}

/** So long at the end of a forecast it is looked whether a stage is clear still: a week, so that closed days do not matter. */
const AT_THE_END = 7;

/**
 * The first day, from 0, at whose end nobody is left who had come before it; Infinity in courses where there is none, and where
 * the line is there at the end of all the days, because it only was not yet there in the beginning.
 */
export function clearDays(all: Forecast, stage: PlanStage): number[] {
  const { days } = all;
  const left = notYetPast(all, stage, 'earlierLeft');
  const found: number[] = [];
  for (let from = 0; from < left.length; from += days) {
    const clear = (day: number) => left[from + day]! <= NOBODY;
    let first = 0;
    while (first < days && !clear(first)) first++;
    let last = days - 1;
    while (last > first && !clear(last)) last--;
    found.push(last >= days - AT_THE_END && clear(last) ? first : Infinity);
  }
  return found;
}

/** Of values in any order, those that one, five and nine of ten do not exceed. */
export function bandsOf(values: readonly number[] | Float64Array): Bands<number> {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** What may be left at a stage at the end of one day. */
export function leftOn({ days, courses, stages }: Forecast, stage: PlanStage, day: number): Bands<number> {
  const { left } = stages[stage];
  return bandsOf(Float64Array.from({ length: courses }, (_, course) => left[course * days + day]!));
}
