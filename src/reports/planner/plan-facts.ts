import type { Band } from '../../triage/band.js';
import type { Calendar } from './open-days.js';
import type { PlanStage } from './plan-stages.js';
import type { WorkDay } from './learn-work.js';

/** Who waits for a stage, and how long they have. */
export interface StageLoad {
  stage: PlanStage;
  people: number | null;
  medianMinutes: number | null;
  oldestMinutes: number | null;
}

export type ByBand = Record<Band, number>;

/** One row of what is known of a post. */
export interface PostFacts {
  asOf: Date;
  today: string;
  /** Minutes since midnight at the post. */
  minute: number;
  firstDay: string | null;
  served: number;
  meanMinutes: number | null;
  variation: number | null;
  came: number;
  missed: number;
  assessed: number;
  urgent: number;
  verified: number;
  withPassport: number;
  officers: number;
  approvers: number;
  calledForward: boolean;
}

/** Everything that a plan is made from. */
export interface PlanFacts extends PostFacts {
  loads: StageLoad[];
  byBand: Record<PlanStage, ByBand>;
  /** Of whole days, oldest first, none left out. */
  arrivals: number[];
  work: Record<PlanStage, WorkDay[]>;
  countersAtWork: number[];
  counters: number;
  plannedMinutes: number | null;
  calendar: Calendar;
}

/** What if: numbers that a supervisor tries, in place of what was learned. */
export interface WhatIf {
  counters?: number;
  officers?: number;
  documentOfficers?: number;
  approvers?: number;
  /** Exit permits that the host country gives on a working day. */
  clearances?: number;
  /** Seats home on a day. */
  seats?: number;
  /** People who register on a day. */
  arrivals?: number;
  /** Of a hundred who are expected, those who do not come. */
  noShow?: number;
}
