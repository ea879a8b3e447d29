import { drawPeople } from './person.js';
import { runPolicy } from './run-seed.js';
import { EQ_1440, type Scenario, SCENARIOS, scenarioName } from './scenario.js';
import { scenariosOf, seedsOf } from './simulation-options.js';

/** The reference on half the post: as loaded, half the computing. */
const SMALL: Scenario = { ...EQ_1440, demand: [324, 216, 144, 36], counters: 5 };

/** Small enough to be run with the other tests. */
const TWO_DAYS: Scenario = { ...EQ_1440, demand: [150, 30], counters: 4 };

describe('the simulation', () => {
  it('draws the same people for the same seed, and one day as the next policy would see it', () => {
    const [a, b] = [drawPeople(EQ_1440, 7), drawPeople(EQ_1440, 7)];
    expect(a.map((person) => [person.gateAt, person.service, person.visit(2)])).toEqual(
      b.map((person) => [person.gateAt, person.service, person.visit(2)]),
    );
    expect(runPolicy(SMALL, 3, 'slots', 0)).toEqual(runPolicy(SMALL, 3, 'slots', 0));
  });

  it('gives for first come first served about what is known of it', () => {
    const { metrics } = runPolicy(EQ_1440, 1, 'fcfs', 0);
    expect(metrics.hallMax).toBeGreaterThan(420);
    expect(metrics.hallMax).toBeLessThan(500);
    expect(metrics.utilisation).toBeCloseTo(1, 2);
    expect(metrics.sentAway).toBeGreaterThan(550);
    expect(metrics.t95).toBeCloseTo(1622, -2);
  });

  it('keeps the hall small and the counters busy with our functions, and serves everybody', () => {
    const { metrics } = runPolicy(TWO_DAYS, 1001, 'pulang', 0);
    expect(metrics.unserved).toBe(0);
    expect(metrics.sentAway).toBe(0);
    expect(metrics.hallMax).toBeLessThanOrEqual(10);
    expect(metrics.hallP95).toBeLessThanOrEqual(5);
    expect(metrics.zoneMax).toBeLessThanOrEqual(15);
    expect(metrics.rangeKept).toBeGreaterThan(0.7);
    expect(metrics.utilisation).toBeGreaterThanOrEqual(0.8);
  });
});

describe('its options', () => {
  it('knows scenarios by more than one name', () => {
    expect(scenarioName('stress-no-show')).toBe('stress-noshow30');
    expect(scenarioName('stress-9-counters')).toBe('stress-counters-9');
    expect(scenarioName('stress-noshow-30')).toBe('stress-noshow30');
    expect(scenariosOf('all')).toEqual(Object.keys(SCENARIOS));
    expect(() => scenariosOf('stress-weather')).toThrow('no scenario');
  });

  it('reads seeds as numbers and ranges', () => {
    expect(seedsOf('1,5,9-11')).toEqual([1, 5, 9, 10, 11]);
    expect(() => seedsOf('5-1')).toThrow('--seeds');
    expect(() => seedsOf('many')).toThrow('--seeds');
  });
});
