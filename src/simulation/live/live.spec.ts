import fc from 'fast-check';
import { openingTimes } from '../../appointments/opening/opening-times.js';
import { EnvironmentFaults, readEnvironment } from '../../platform/config/environment.js';
import { Embassy } from '../embassy.js';
import { measure } from '../metrics.js';
import { policyOf } from '../policies/policies.js';
import { agreements } from './agreement.js';
import { compressedDay, minuteOf, realTimeOf } from './compressed-day.js';
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
  const scenario = liveScenario(60);
  const run = (factor = 1) => {
    const people = livePeople(scenario, 3, 7 * 60).map((person) => ({
      ...person,
      service: person.service * factor,
    }));
    const embassy = new Embassy(scenario, people);
    embassy.policy = policyOf('pulang', embassy, 0);
    embassy.run(1);
    return measure(embassy);
  };

  it('register before ten and are nearly all served on the day', () => {
    for (const { gateAt, hasPhone } of livePeople(scenario, 3, 7 * 60)) {
      expect(hasPhone).toBe(true);
      expect(gateAt).toBeGreaterThanOrEqual(7 * 60);
      expect(gateAt).toBeLessThanOrEqual(10 * 60);
    }
    expect(run().unserved).toBeLessThanOrEqual(4);
  });

  it('are compared figure by figure, and another embassy does not agree', () => {
    expect(agreements(run(), run()).every(({ agrees }) => agrees)).toBe(true);
    expect(agreements(run(1.6), run()).every(({ agrees }) => agrees)).toBe(false);
  });
});
