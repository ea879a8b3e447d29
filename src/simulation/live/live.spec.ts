import fc from 'fast-check';
import { openingTimes } from '../../appointments/opening/opening-times.js';
import { EnvironmentFaults, readEnvironment } from '../../platform/config/environment.js';
import { Level } from '../level.js';
import { METRICS, type Metrics } from '../metrics.js';
import { Chance } from '../random.js';
import { agreements } from './agreement.js';
import { compressedDay, minuteOf, realTimeOf } from './compressed-day.js';
import { expectedRuns } from './expected-runs.js';
import { livePeople, liveScenario } from './live-people.js';

describe('a day pressed into minutes', () => {
  it('opens soon, at a full minute, for as long as it was pressed into, whenever it is begun', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(moment, fc.integer({ min: 2, max: 60 }), (now, realMinutes) => {
        const day = compressedDay(now, realMinutes, 45_000);
        expect(day.opensAt - now).toBeGreaterThanOrEqual(45_000);
        expect(day.opensAt - now).toBeLessThanOrEqual(105_000);
        const facts = { timeZone: day.timeZone, holidays: [], closures: [], openingHours: [day] };
        const [open] = openingTimes(facts, new Date(now), 1);
        expect(open!.from.getTime()).toBe(day.opensAt);
        expect(open!.to.getTime() - day.opensAt).toBe(realMinutes * 60_000);
        expect(minuteOf(day, open!.to.getTime())).toBeCloseTo(17 * 60);
        expect(realTimeOf(day, minuteOf(day, now))).toBeCloseTo(now, 0);
      }),
    );
  });

  it('is refused where people are really served', () => {
    const pressed = { NODE_ENV: 'production', PLAN_MINUTE_SECONDS: '0.5' };
    expect(() => readEnvironment(pressed)).toThrow(EnvironmentFaults);
    expect(() => readEnvironment(pressed)).toThrow('PLAN_MINUTE_SECONDS');
  });
});

describe('the people of a live day', () => {
  const scenario = liveScenario(30);
  const runs = (many: number, factor = 1) => {
    const people = livePeople(scenario, 3, 7 * 60).map((person) => ({
      ...person,
      service: person.service * factor,
    }));
    return expectedRuns(scenario, people, 0.75, many);
  };

  it('register before ten and are nearly all served on the day; at a slower embassy the figures do not agree', () => {
    for (const { gateAt, hasPhone } of livePeople(scenario, 3, 7 * 60)) {
      expect(hasPhone).toBe(true);
      expect(gateAt).toBeGreaterThanOrEqual(7 * 60);
      expect(gateAt).toBeLessThanOrEqual(10 * 60);
    }
    const simulated = runs(2);
    expect(simulated[0]!.unserved).toBeLessThanOrEqual(4);
    expect(agree(simulated[0]!, simulated)).toBe(true);
    expect(agree(runs(1, 1.5)[0]!, simulated)).toBe(false);
  });
});

describe('service and simulation', () => {
  const figures = (run: number, spread: number) => {
    const chance = new Chance(run, 'figures');
    return Object.fromEntries(METRICS.map((metric) => [metric, 20 + spread * chance.normal()])) as Metrics;
  };
  const draws = (many: number, spread: number) =>
    Array.from({ length: many }, (_, run) => figures(run, spread));

  it('agree in nearly all days that differ by nothing but chance, in all figures at once', () => {
    const simulated = draws(50, 5);
    const others = draws(150, 5).slice(50);
    expect(others.filter((live) => agree(live, simulated)).length).toBeGreaterThanOrEqual(90);
  });

  it('do not agree where one figure is further off than chance or the clock explains', () => {
    const simulated = draws(50, 5);
    const usual = { ...figures(0, 0) };
    expect(agree({ ...usual, waitP95: 35 }, simulated)).toBe(true);
    expect(agree({ ...usual, waitP95: 46 }, simulated)).toBe(false);
    const sure = draws(3, 0);
    expect(agree({ ...usual, sentAway: 21 }, sure)).toBe(true);
    expect(agree({ ...usual, sentAway: 22 }, sure)).toBe(false);
  });

  it('see no crowd that came and went within the resolution of the clock', () => {
    const level = new Level();
    level.change(10, 4);
    level.change(11.5, 5);
    level.change(12, -3);
    level.change(13, -6);
    expect(level.max).toBe(9);
    expect([0.4, 1, 2, 4].map((minutes) => level.mostFor(minutes))).toEqual([9, 6, 4, 0]);
  });
});

const agree = (live: Metrics, simulated: readonly Metrics[]): boolean =>
  agreements(live, simulated).every(({ agrees }) => agrees);
