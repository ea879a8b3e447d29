import { dayAfter } from '../../../src/platform/clock/calendar-day.js';
import type { PlanResponse, StagePlanResponse } from '../../../src/reports/planner/plan.dto.js';
import { PLAN_STAGES, type PlanStage, STAFF_OF } from '../../../src/reports/planner/plan-stages.js';
import { chartsOf, TRIED } from '../../../src/web/console/planner/planner.view.js';
import { NOW, type SamplesOf } from './sample.js';

const TODAY = '2026-01-25';
const STAFF = {
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'R. Teladan',
    role: 'supervisor',
    nav: ['supervisor', 'ministry'],
  },
} as const;

/** People waiting, staff, and by how much the line changes a day. */
const LOAD: Record<PlanStage, readonly [backlog: number, staff: number | null, change: number]> = {
  triage: [0, null, 0],
  counter: [412, 10, -90],
  identity: [260, 5, -40],
  application: [85, 4, -12],
  approval: [60, 2, -10],
  issue: [780, 2, -22],
  clearance: [95, 80, 4],
  departure: [1140, 29, 21.4],
};

const stageOf = (stage: PlanStage): StagePlanResponse => {
  const [backlog, staff, change] = LOAD[stage];
  const clear = Math.ceil(backlog / -change);
  const never = change > 0;
  return {
    stage,
    backlog,
    byBand: {
      urgent: Math.round(backlog / 12),
      high: Math.round(backlog / 5),
      standard: Math.round(backlog / 2),
    },
    medianAgeMinutes: backlog > 0 ? 2000 + backlog * 9 : null,
    oldestAgeMinutes: backlog > 0 ? 9000 : null,
    arrivalsPerDay: 51.3,
    perDay: staff === null ? null : staff * 38,
    staff,
    staffKind: STAFF_OF[stage],
    load: 0.8,
    waitMinutes: stage === 'counter' ? 7 : null,
    clearOn: never
      ? null
      : {
          p10: dayAfter(TODAY, Math.floor(clear * 0.8) || 0),
          p50: dayAfter(TODAY, clear || 0),
          p90: stage === 'issue' ? null : dayAfter(TODAY, Math.ceil(clear * 1.4) || 0),
        },
    urgentClearOn: dayAfter(TODAY, 3),
    growingBy: stage === 'departure' ? change : 0,
    heldUpBy: stage === 'clearance' ? 'issue' : null,
    neededBy: {
      date: dayAfter(TODAY, 29),
      staff: stage === 'triage' ? null : Math.ceil((staff ?? 0) * 1.6),
      perDay: null,
    },
  };
};

const plan: PlanResponse = {
  post: 'PNH',
  timeZone: 'Asia/Phnom_Penh',
  asOf: NOW,
  suppressed: false,
  by: dayAfter(TODAY, 29),
  arrivalsPerDay: 51.3,
  bottleneck: 'departure',
  assumptions: [
    {
      code: 'arrivals-go-on',
      stage: null,
      value: 51,
      words: 'About 51 people register a day lately, and it goes on so.',
    },
    { code: 'nobody-drops-out', stage: null, value: null, words: 'Nobody leaves the way home.' },
  ],
  stages: PLAN_STAGES.map(stageOf),
  days: Array.from({ length: 30 }, (_, ahead) =>
    PLAN_STAGES.map((stage) => {
      const [backlog, , change] = LOAD[stage];
      const middle = Math.max(0, Math.round(backlog + change * ahead));
      const spread = Math.round(Math.sqrt(ahead) * backlog * 0.05);
      return {
        day: dayAfter(TODAY, ahead),
        stage,
        low: Math.max(0, middle - spread),
        middle,
        high: middle + spread,
      };
    }),
  ).flat(),
};
const none = Object.fromEntries(TRIED.map((field) => [field, '']));
const model = {
  plan,
  last: plan.stages.at(-1)!,
  today: TODAY,
  charts: chartsOf(plan),
  values: { ...none, by: plan.by },
  tried: TRIED,
  trying: false,
  errors: [],
};
const path = '/console/supervisor/plan';

export const planner: Pick<SamplesOf<'console'>, 'console/planner'> = {
  'console/planner': [
    { model, context: { ...STAFF, path } },
    {
      variant: 'tried',
      model: {
        ...model,
        last: { ...stageOf('counter'), stage: 'departure' },
        plan: { ...plan, bottleneck: null },
        values: { ...none, by: '2026-02-31', counters: '14', seats: 'many' },
        trying: true,
        errors: [
          { field: 'by', code: 'not-a-date' },
          { field: 'seats', code: 'whole-number-expected' },
        ],
      },
      context: { ...STAFF, path },
    },
  ],
};
