import type { StageState, Situation } from './forecast.js';
import { planOf } from './plan.js';
import { PLAN_STAGES, type PlanStage } from './plan-stages.js';

/*
 * Phnom Penh, January 2026. People who reported a day from the 16th on: 243 over two days, then as published; afterwards about
 * a hundred a day. About 50 documents a day were issued, and 692 people went home in the 24 days from 30 January.
 */
const REPORTED = [121, 122, 65, 520, 344, 269, 224, 164, 122, 100];
const DOCUMENTS_A_DAY = 50;
const SEATS_A_DAY = 29;

/** A stage that nobody waits for yet. */
const empty = (perStaff: number | null, staff: number): StageState => ({
  backlog: 0,
  urgent: 0,
  perStaff,
  staff,
  spread: { level: 0.05, daily: 0.15 },
});
const january = (staffing: Partial<Record<PlanStage, number>> = {}): Situation => {
  const stages: Record<PlanStage, StageState> = {
    triage: empty(null, 0),
    counter: empty(38, 10),
    identity: empty(38, 10),
    application: empty(38, 8),
    approval: empty(75, 4),
    issue: empty(DOCUMENTS_A_DAY / 2, 2),
    clearance: empty(1, 80),
    departure: empty(1, SEATS_A_DAY),
  };
  for (const stage of PLAN_STAGES) stages[stage].staff = staffing[stage] ?? stages[stage].staff;
  return {
    stages,
    arrivals: REPORTED,
    arrivalSpread: { level: 0, daily: 0.1 },
    urgentShare: 0.1,
    documentShare: 0.9,
    open: Array.from({ length: 60 }, (_, day) => (day % 7 === 2 ? 0 : 1)),
    dayLeft: 1,
  };
};
const NINE_DAYS = 9;
const THE_NINTH = NINE_DAYS - 1;
const leftIn = (situation: Situation) => {
  const { stages, bottleneck } = planOf(situation, NINE_DAYS, 30);
  const left = Object.fromEntries(stages.map((stage) => [stage.stage, stage.left[THE_NINTH]!.p50]));
  return { left: left as Record<PlanStage, number>, stages, bottleneck };
};

describe('January 2026, planned', () => {
  const { left, stages, bottleneck } = leftIn(january());

  it('shows that intake keeps up: on the ninth day nobody waits for a counter or an officer', () => {
    for (const stage of ['triage', 'counter', 'identity'] as const) expect(left[stage]).toBeLessThan(10);
  });

  it('shows that most of the 1,951 who reported wait for their document, and that the line grows', () => {
    expect(left.issue).toBeGreaterThan(1000);
    expect(bottleneck).toBe('issue');
    const issue = stages.find(({ stage }) => stage === 'issue')!;
    expect(issue.clear).toBeNull();
    expect(issue.growingBy).toBeGreaterThan(100);
  });

  it('shows the next line behind it: those with a document wait for a seat', () => {
    expect(left.departure).toBeGreaterThan(100);
    expect(left.issue + left.departure).toBeGreaterThan(0.9 * 1951 * 0.8);
  });

  it('does not get better with more counters: the people only wait further on', () => {
    const more = leftIn(january({ counter: 30, identity: 30 }));
    expect(more.left.issue).toBeGreaterThanOrEqual(left.issue);
    expect(more.left.departure).toBeGreaterThanOrEqual(left.departure - 1);
  });

  it('says how many it takes: several times the officers at documents, and several times the seats', () => {
    const needed = Object.fromEntries(stages.map((stage) => [stage.stage, stage.neededStaff]));
    expect(needed['issue']).toBeGreaterThanOrEqual(5);
    expect(needed['departure']).toBeGreaterThan(3 * SEATS_A_DAY);
    expect(needed['counter']).toBeLessThanOrEqual(10);
    const enough = planOf(january(needed), 45, 30);
    expect(enough.stages.every(({ clear }) => clear !== null && clear.p50 <= 30)).toBe(true);
  });
});
