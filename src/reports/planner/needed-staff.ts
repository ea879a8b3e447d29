import { NOBODY } from './clear-days.js';
import { type Courses, firstDays, type Passed } from './flow.js';
import { type Chance, inflowOf, passWith, type Situation } from './forecast.js';
import { PLAN_STAGES, type PlanStage } from './plan-stages.js';

/** With this chance. */
export const SURE = 0.9;
/** Nobody asks for more. */
const MOST_STAFF = 2000;

/**
 * The fewest staff with which a stage has nobody left from the days before at the end of day `by` (or the last working day before
 * it) in nine of ten courses. Stages before it are taken to have what they need too, else it would look as if little came.
 * Null where no number is enough, and where nothing limits the stage.
 * @param by from 0, a day of the forecast
 */
export function neededStaff(
  situation: Situation,
  chance: Chance,
  by: number,
): Record<PlanStage, number | null> {
  const { stages, documentShare } = situation;
  const days = lastWorked(situation.open, by) + 1;
  const first = firstOf(chance, days);
  const before = {} as Record<PlanStage, Passed>;
  const needed = {} as Record<PlanStage, number | null>;
  for (const stage of PLAN_STAGES) {
    const inflow = inflowOf(stage, first.arrivals, before, documentShare);
    const at = (staff: number) => passWith(staff, stages[stage].backlog, stage, inflow, first);
    needed[stage] =
      stages[stage].perStaff === null ? null : fewest((staff) => clearAtLast(days, at(staff).left, inflow));
    before[stage] = at(Math.max(needed[stage] ?? MOST_STAFF, stages[stage].staff));
  }
  return needed;
}

function firstOf({ days, courses, arrivals, roomOfOne }: Chance, kept: number): Chance {
  const rooms = PLAN_STAGES.map((stage) => {
    const room = roomOfOne[stage];
    return [stage, room && firstDays(room, days, kept)];
  });
  return {
    days: kept,
    courses,
    arrivals: firstDays(arrivals, days, kept),
    roomOfOne: Object.fromEntries(rooms) as Chance['roomOfOne'],
  };
}

/** The day itself, or the last one before it on which the post is open. */
function lastWorked(open: readonly number[], by: number): number {
  let last = by;
  while (last > 0 && open[last] === 0) last--;
  return last;
}

/** Nobody left from before the last day, so also no wave that came after the line was empty once. */
function clearAtLast(days: number, left: Courses, inflow: Courses): boolean {
  let clear = 0;
  for (let at = days - 1; at < left.length; at += days) if (left[at]! <= inflow[at]! + NOBODY) clear++;
  return clear >= (SURE * left.length) / days;
}

/** The smallest number that is enough, given that more never are worse. */
function fewest(enough: (staff: number) => boolean): number | null {
  if (enough(0)) return 0;
  let most = 1;
  while (!enough(most)) if ((most *= 2) > MOST_STAFF) return null;
  let least = most >> 1;
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (enough(middle)) most = middle;
    else least = middle;
  }
  return most;
}
