import { ASSUMED, type Assumption, assume, BUSY_SHARE, ENOUGH_PEOPLE } from './assumptions.js';
import type { Spread } from './noise.js';
import { PLACES, type PlanStage } from './plan-stages.js';

/** What a stage did on one day: people who passed it, and how many officers let them pass (1 where it is not ours). */
export interface WorkDay {
  people: number;
  staff: number;
}

export interface LearnedWork {
  perStaff: number;
  staff: number;
  spread: Spread;
  assumptions: Assumption[];
}

/** What else is known of a stage. */
export interface Workplace {
  backlog: number;
  /** Who could work there: taken where nobody was seen at work. */
  everybody: number;
  /** Minutes that the post is open on a usual day. */
  openMinutes: number;
}

/** What one officer gets through on a usual day, at so many minutes a person. */
export const perDayAt = (minutes: number, openMinutes: number): number =>
  (openMinutes * BUSY_SHARE) / minutes;

/**
 * The pace of a stage from the days on which it worked. A stage that people had to wait for shows what it can do; one that had
 * nothing to do shows only that it can do what it did on its busiest day.
 * @param days of the last weeks on which anybody passed
 */
export function learnWork(stage: PlanStage, days: readonly WorkDay[], place: Workplace): LearnedWork {
  const people = sum(days.map((day) => day.people));
  const staff =
    days.length > 0 ? Math.max(1, Math.round(sum(days.map((day) => day.staff)) / days.length)) : 0;
  const ours = !PLACES.includes(stage);
  const usual = ours ? perDayAt(ASSUMED.minutes, place.openMinutes) : 0;
  if (ours && people < ENOUGH_PEOPLE) return assumed(stage, staff, usual, place);
  if (people === 0) return { ...NOTHING, assumptions: [assume('nobody-passed-yet', stage)] };

  const paces = days.map((day) => (ours ? day.people / day.staff : day.people));
  const mean = ours ? people / sum(days.map((day) => day.staff)) : people / days.length;
  const spread = spreadOf(paces, mean);
  const hurried = place.backlog > mean * staff;
  const busiest = Math.max(...paces, usual);
  const pace = hurried ? mean : busiest;
  return {
    // permits and seats are counted themselves: one of the staff is one person a day
    perStaff: ours ? pace : 1,
    staff: ours ? staff : Math.max(1, Math.round(pace)),
    spread,
    assumptions: hurried
      ? []
      : [assume('pace-of-busiest-day', stage, Math.round(ours ? pace * staff : pace))],
  };
}

const NOTHING = { perStaff: 1, staff: 0, spread: { level: 0, daily: 0 } };
/** How far an assumed pace may be off. */
const UNSURE: Spread = { level: 0.25, daily: 0.2 };

function assumed(stage: PlanStage, seen: number, perStaff: number, { everybody }: Workplace): LearnedWork {
  const staff = seen || everybody;
  const assumptions = [assume('service-minutes', stage, ASSUMED.minutes)];
  if (seen === 0) assumptions.push(assume('staff-assumed', stage, staff));
  return { perStaff, staff, spread: UNSURE, assumptions };
}

function spreadOf(paces: readonly number[], mean: number): Spread {
  const variance = sum(paces.map((pace) => (pace - mean) ** 2)) / paces.length;
  const daily = Math.min(Math.max(Math.sqrt(variance) / mean, 0.05), 0.6);
  return { daily, level: Math.min(Math.max(daily / Math.sqrt(paces.length), 0.03), 0.3) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
