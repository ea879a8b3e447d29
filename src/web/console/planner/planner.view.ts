import type { PlanResponse, StagePlanResponse } from '../../../reports/planner/plan.dto.js';
import type { PlanStage } from '../../../reports/planner/plan-stages.js';
import type { FieldError } from '../../forms/form.view.js';
import { type BandChart, bandChart, type BandDay } from '../../drawings/band-chart.js';

/** The fields in which a supervisor tries numbers, in the order of the form. */
export const TRIED = [
  'counters',
  'officers',
  'documentOfficers',
  'approvers',
  'clearances',
  'seats',
  'arrivals',
  'noShow',
] as const;

/** When everyone will be through, at the staffing that is there or that is tried. */
export interface PlannerPage {
  plan: PlanResponse;
  /** The last stage tells when everyone is on the way home. */
  last: StagePlanResponse;
  /** Today at the post. */
  today: string;
  charts: readonly StageChart[];
  /** What was typed, by field. */
  values: Readonly<Record<string, string>>;
  tried: readonly (typeof TRIED)[number][];
  /** Whether any number is the reader's own. */
  trying: boolean;
  errors: readonly FieldError[];
}

/** One stage's line over the coming days. */
export interface StageChart {
  stage: PlanStage;
  days: readonly BandDay[];
  chart: BandChart;
}

/** Below this a line is not worth a drawing. */
const WORTH_DRAWING = 5;

/** The lines of a plan that are worth a drawing. */
export const chartsOf = ({ stages, days }: PlanResponse): StageChart[] =>
  stages
    .map(({ stage }) => ({ stage, days: days.filter((day) => day.stage === stage) }))
    .filter((one) => one.days.some(({ high }) => high >= WORTH_DRAWING))
    .map((one) => ({ ...one, chart: bandChart(one.days) }));
