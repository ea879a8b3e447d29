import { type Courses, mixed, pass, passEarlier, type Passed } from './flow.js';
import { factors, type Spread } from './noise.js';
import { ON_EVERY_DAY, PLAN_STAGES, type PlanStage } from './plan-stages.js';

/** One stage as it stands and what it can do. */
export interface StageState {
  backlog: number;
  /** Of them, those who are let through before everybody else. */
  urgent: number;
  /** People whom one of the staff gets through on a usual day; null where nothing limits the stage. */
  perStaff: number | null;
  staff: number;
  spread: Spread;
}

/** What a forecast rests on. Days are days of the post's calendar; the first is today, of which a part may be over. */
export interface Situation {
  stages: Record<PlanStage, StageState>;
  /** People who register on each day, as expected; the last number goes on for ever. */
  arrivals: readonly number[];
  arrivalSpread: Spread;
  urgentShare: number;
  /** Of those whose identity is verified, who needs a travel document. */
  documentShare: number;
  /** For each day of the forecast: the part of a usual working day that the post is open. */
  open: readonly number[];
  /** The part of today, midnight to midnight, that is still to come. */
  dayLeft: number;
}

/** What chance brings, drawn once for all questions about a situation. */
export interface Chance {
  days: number;
  courses: number;
  arrivals: Courses;
  /** People for whom one of the staff has room on each day; null where nothing limits the stage. */
  roomOfOne: Record<PlanStage, Courses | null>;
}

export interface StageCourse extends Passed {
  inflow: Courses;
  /** Who is left at the end of each day of those who had come before it. */
  earlierLeft: Courses;
}

/** What may happen: the same days many times over, each with chances of its own. */
export interface Forecast extends Chance {
  stages: Record<PlanStage, StageCourse>;
}

/** How many times the coming days are played, each with chances of its own (decision 26). */
export const COURSES = 120;
const SEED = 20260116;

/** Draws who comes and how much gets done, always alike for the same situation. */
export function drawChance(situation: Situation, courses = COURSES): Chance {
  const { open, dayLeft, arrivals, arrivalSpread, stages } = situation;
  const days = open.length;
  const drawn = (spread: Spread, stream: number, expected: readonly number[]) =>
    factors(courses, days, spread, SEED + stream).map((factor, at) => factor * expected[at % days]!);
  const everyDay = open.map((_, day) => (day === 0 ? dayLeft : 1));
  const last = arrivals.at(-1) ?? 0;
  const coming = everyDay.map((part, day) => (arrivals[day] ?? last) * part);
  const roomOfOne = {} as Record<PlanStage, Courses | null>;
  PLAN_STAGES.forEach((stage, index) => {
    const { perStaff, spread } = stages[stage];
    const parts = ON_EVERY_DAY.includes(stage) ? everyDay : open;
    roomOfOne[stage] =
      perStaff === null
        ? null
        : drawn(
            spread,
            index + 1,
            parts.map((part) => part * perStaff),
          );
  });
  return { days, courses, arrivals: drawn(arrivalSpread, 0, coming), roomOfOne };
}

/** Plays the coming days through, stage after stage: who gets out of one comes into the next on the same day. */
export function forecast(situation: Situation, chance: Chance): Forecast {
  const { documentShare } = situation;
  const nobody = new Float64Array(chance.arrivals.length);
  const stages = {} as Record<PlanStage, StageCourse>;
  const earlier = {} as Record<PlanStage, Passed>;
  for (const stage of PLAN_STAGES) {
    const { staff, backlog } = situation.stages[stage];
    const room = roomWith(staff, stage, chance);
    const inflow = inflowOf(stage, chance.arrivals, stages, documentShare);
    const passed = pass(chance.days, backlog, inflow, room);
    const before = inflowOf(stage, nobody, earlier, documentShare);
    earlier[stage] = passEarlier(chance.days, backlog, before, passed.left, room);
    stages[stage] = { inflow, ...passed, earlierLeft: earlier[stage].left };
  }
  return { ...chance, stages };
}

/** The same days for urgent people alone: nobody goes before them, so the others do not matter to them. */
export function forecastUrgent(situation: Situation, chance: Chance): Forecast {
  const stages = Object.fromEntries(
    PLAN_STAGES.map((stage) => [
      stage,
      { ...situation.stages[stage], backlog: situation.stages[stage].urgent },
    ]),
  ) as Situation['stages'];
  const arrivals = mixed(chance.arrivals, situation.urgentShare);
  return forecast({ ...situation, stages }, { ...chance, arrivals });
}

/** One stage at so many staff. More staff never let fewer through. */
export function passWith(
  staff: number,
  waiting: number,
  stage: PlanStage,
  inflow: Courses,
  chance: Chance,
): Passed {
  return pass(chance.days, waiting, inflow, roomWith(staff, stage, chance));
}

function roomWith(staff: number, stage: PlanStage, { roomOfOne }: Chance): Courses | null {
  const one = roomOfOne[stage];
  return one && mixed(one, staff);
}

/** Who comes into a stage, given the stages before it. */
export function inflowOf(
  stage: PlanStage,
  arrivals: Courses,
  before: Readonly<Record<PlanStage, Passed>>,
  documentShare: number,
): Courses {
  if (stage === 'triage') return arrivals;
  if (stage === 'application') return mixed(before.identity.out, documentShare);
  if (stage === 'clearance') return mixed(before.identity.out, 1 - documentShare, before.issue.out);
  return before[PLAN_STAGES[PLAN_STAGES.indexOf(stage) - 1]!].out;
}
