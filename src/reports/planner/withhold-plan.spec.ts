import fc from 'fast-check';
import { withholdSmall } from '../figures/withholding.js';
import { countsOf } from '../figures/figures.js';
import type { PlanFacts } from './plan-facts.js';
import { PLAN_STAGES, type PlanStage } from './plan-stages.js';
import { situationOf } from './situation-of.js';
import { pooled, withholdFacts } from './withhold-plan.js';

const ofStages = <T>(value: () => T) =>
  Object.fromEntries(PLAN_STAGES.map((stage) => [stage, value()])) as Record<PlanStage, T>;
const facts = (overrides: Partial<PlanFacts>): PlanFacts => ({
  asOf: new Date('2026-01-20T03:00:00Z'),
  today: '2026-01-20',
  minute: 600,
  firstDay: '2026-01-16',
  served: 0,
  meanMinutes: null,
  variation: null,
  came: 0,
  missed: 0,
  assessed: 0,
  urgent: 0,
  verified: 0,
  withPassport: 0,
  officers: 5,
  approvers: 2,
  calledForward: false,
  loads: PLAN_STAGES.map((stage) => ({ stage, people: 0, medianMinutes: null, oldestMinutes: null })),
  byBand: ofStages(() => ({ urgent: 0, high: 0, standard: 0 })),
  arrivals: [],
  work: ofStages(() => []),
  countersAtWork: [],
  counters: 10,
  plannedMinutes: 12,
  calendar: { hours: [], closed: new Set() },
  ...overrides,
});
const told = (overrides: Partial<PlanFacts>) => situationOf(withholdFacts(facts(overrides)), {}, 30);
const leaving = (...people: number[]) => ({
  work: { ...ofStages(() => []), departure: people.map((n) => ({ people: n, staff: 1 })) },
});

describe('a plan for those who may not see persons', () => {
  it.each<[string, Partial<PlanFacts>, Partial<PlanFacts>]>([
    ['how many registered on a day with few', { arrivals: [3] }, { arrivals: [1] }],
    ['nor by what came on the day after it', { arrivals: [2, 10, 30] }, { arrivals: [4, 8, 30] }],
    ['how many left for home', leaving(2), leaving(3)],
    ['how many have a passport', { verified: 30, withPassport: 2 }, { verified: 30, withPassport: 3 }],
    ['how many have none', { verified: 30, withPassport: 28 }, { verified: 30, withPassport: 27 }],
    ['how many are urgent', { assessed: 40, urgent: 1 }, { assessed: 40, urgent: 4 }],
  ])('does not say %s', (_, one, other) => {
    expect(told(one)).toEqual(told(other));
  });

  it('is made from everything else as it is', () => {
    const plain = facts({ arrivals: [20, 0, 31], verified: 30, withPassport: 9, ...leaving(12, 7) });
    expect(situationOf(withholdFacts(plain), {}, 30)).toEqual(situationOf(plain, {}, 30));
  });

  it('rests on no day that the daily figures withhold', () => {
    const aDay = fc.oneof(fc.nat(6), fc.nat(60));
    fc.assert(
      fc.property(fc.array(aDay, { minLength: 1, maxLength: 14 }), (counts) => {
        const days = counts.map((people) => ({
          day: '',
          ofTheDay: countsOf(() => people),
          cumulative: countsOf(() => 0),
        }));
        const shown = withholdSmall(days).map(({ ofTheDay }) => ofTheDay.registered);
        pooled(counts).forEach((count, day) => shown[day] !== null && expect(count).toBe(shown[day]));
      }),
    );
  });
});
