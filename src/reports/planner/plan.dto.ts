import {
  Amount,
  Choice,
  Count,
  Day,
  Decimal,
  Flag,
  Instant,
  Listed,
  Nested,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { PostQuery } from '../figures/figures.dto.js';
import { ASSUMPTIONS, type Assumption } from './assumptions.js';
import type { WhatIf } from './plan-facts.js';
import { PLAN_STAGES, type PlanStage, STAFF_OF, type StaffKind } from './plan-stages.js';

const STAFF_KINDS: StaffKind[] = [...new Set(Object.values(STAFF_OF))];
const tried = (what: string) => ({ min: 0, optional: true, description: `What if: ${what}.` });

export class PlanQuery extends PostQuery implements WhatIf {
  @Whole({ min: 7, max: 90, optional: true, example: 30, description: 'Days to show; 30 if not given.' })
  days?: number;
  @Day({
    optional: true,
    description: 'The day by which all should be clear; the last one shown if not given.',
  })
  by?: string;
  @Whole({ ...tried('counters at work'), max: 500 }) counters?: number;
  @Whole({ ...tried('officers who verify identity'), max: 500 }) officers?: number;
  @Whole({ ...tried('officers who apply for and issue travel documents'), max: 500 })
  documentOfficers?: number;
  @Whole({ ...tried('approvers'), max: 500 }) approvers?: number;
  @Whole({ ...tried('exit permits that the host country gives on a working day'), max: 5000 })
  clearances?: number;
  @Whole({ ...tried('seats home on a day'), max: 5000 }) seats?: number;
  @Whole({ ...tried('people who register on a day'), max: 20_000 }) arrivals?: number;
  @Whole({ ...tried('of a hundred who are expected, those who do not come'), max: 90 }) noShow?: number;
}

export class AssumptionResponse implements Assumption {
  @Choice(ASSUMPTIONS) code: Assumption['code'];
  @Choice(PLAN_STAGES, { nullable: true }) stage: PlanStage | null;
  @Count({ nullable: true, example: 12 }) value: number | null;
  @Text({ max: 400, example: 'One service takes 12 minutes: too few were served to know better.' })
  words: string;
}

export class BandsResponse {
  @Count({ example: 12 }) urgent: number;
  @Count({ example: 60 }) high: number;
  @Count({ example: 410 }) standard: number;
}

/** With a chance of one, five and nine in ten it is clear on this day or before. */
export class ClearOnResponse {
  @Day({ example: '2026-02-09' }) p10: string;
  @Day({ example: '2026-02-12' }) p50: string;
  @Day({ nullable: true, example: '2026-02-17', description: 'Null: not within 200 days.' }) p90:
    string | null;
}

export class NeededByResponse {
  @Day({ example: '2026-02-15' }) date: string;
  @Count({
    nullable: true,
    example: 14,
    description: 'Null where no number is enough, or nothing limits it.',
  })
  staff: number | null;
  @Amount({ nullable: true, example: 340.5, description: 'People whom they get through on a usual day.' })
  perDay: number | null;
}

export class StagePlanResponse {
  @Choice(PLAN_STAGES) stage: PlanStage;
  @Count({ nullable: true, example: 482, description: 'Who waits for it. Null where it is withheld.' })
  backlog: number | null;
  @Nested(() => BandsResponse, { nullable: true, description: 'Null where it is withheld.' })
  byBand: BandsResponse | null;
  @Count({ nullable: true, example: 2880, description: 'Half wait longer than this.' })
  medianAgeMinutes: number | null;
  @Count({ nullable: true, example: 9000 }) oldestAgeMinutes: number | null;
  @Amount({ example: 41.2, description: 'Expected to come to it, in the mean of the days shown.' })
  arrivalsPerDay: number;
  @Amount({
    nullable: true,
    example: 190,
    description: 'What it can do on a usual day; null: nothing limits it.',
  })
  perDay: number | null;
  @Count({ nullable: true, example: 5, description: 'Counters, officers, permits or seats: see staffKind.' })
  staff: number | null;
  @Choice(STAFF_KINDS) staffKind: StaffKind;
  @Decimal({
    min: 0,
    max: 100_000,
    nullable: true,
    example: 0.9,
    description: 'Work that comes in, over what they can do: from 1 on the line grows. Where officers work.',
  })
  load: number | null;
  @Count({
    nullable: true,
    example: 7,
    description:
      'Mean wait once the backlog is gone, in minutes of opening time (Allen-Cunneen); null from load 1 on.',
  })
  waitMinutes: number | null;
  @Nested(() => ClearOnResponse, {
    nullable: true,
    description: 'When all who had come before that day will have passed it. Null: not at this staffing.',
  })
  clearOn: ClearOnResponse | null;
  @Day({ nullable: true, description: 'The same for urgent people, with a chance of nine in ten.' })
  urgentClearOn: string | null;
  @Amount({ example: 0, description: 'People a day by whom its own line grows; 0 where it will be clear.' })
  growingBy: number;
  @Choice(PLAN_STAGES, { nullable: true, description: 'The stage before it that keeps it from being clear.' })
  heldUpBy: PlanStage | null;
  @Nested(() => NeededByResponse, {
    description:
      'The fewest that make it clear by the day, with a chance of nine in ten; those before it likewise.',
  })
  neededBy: NeededByResponse;
}

/** People left at a stage at the end of a day: one, five and nine in ten chances that they are no more. */
export class PlanDayResponse {
  @Day() day: string;
  @Choice(PLAN_STAGES) stage: PlanStage;
  @Count({ example: 310 }) low: number;
  @Count({ example: 350 }) middle: number;
  @Count({ example: 400 }) high: number;
}

/** When each stage will be clear, and what it takes. */
export class PlanResponse {
  @Text({ max: 3, example: 'PNH' }) post: string;
  @Text({ max: 60, example: 'Asia/Phnom_Penh' }) timeZone: string;
  @Instant() asOf: string;
  @Flag({ description: 'Whether small counts are withheld from this reader, and left out of the forecast.' })
  suppressed: boolean;
  @Day({ description: 'The day by which all should be clear.' }) by: string;
  @Amount({ example: 20.5, description: 'People who register on a day.' }) arrivalsPerDay: number;
  @Choice(PLAN_STAGES, { nullable: true, description: 'Where the line grows most.' })
  bottleneck: PlanStage | null;
  @Listed(() => AssumptionResponse) assumptions: AssumptionResponse[];
  @Listed(() => StagePlanResponse, { description: 'All of them, in the order of the way.' })
  stages: StagePlanResponse[];
  @Listed(() => PlanDayResponse, { description: 'Today first; each stage on each day.' })
  days: PlanDayResponse[];
}
