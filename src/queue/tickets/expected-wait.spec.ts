import fc from 'fast-check';
import { expectedWait, learnedMinutes } from './expected-wait.js';

const hall = fc.record({
  ahead: fc.integer({ min: 0, max: 500 }),
  openCounters: fc.integer({ min: 1, max: 40 }),
  minutesEach: fc.double({ min: 1, max: 60, noNaN: true }),
});

describe('expectedWait', () => {
  it('cannot say where no counter is open', () => {
    expect(expectedWait({ ahead: 0, openCounters: 0, idleCounters: 0, minutesEach: 12 })).toBeUndefined();
  });

  it('is nothing where a counter is free for the person', () => {
    expect(expectedWait({ ahead: 1, openCounters: 3, idleCounters: 2, minutesEach: 12 })).toEqual({
      minutes: 0,
      from: 0,
      to: 5,
    });
  });

  it('is (n + 1) m / c', () => {
    expect(expectedWait({ ahead: 9, openCounters: 10, idleCounters: 0, minutesEach: 12 })).toEqual({
      minutes: 12,
      from: 5,
      to: 20,
    });
  });

  it('lies in its range, which never shrinks nor falls as more people are before', () => {
    fc.assert(
      fc.property(hall, (now) => {
        const here = expectedWait({ ...now, idleCounters: 0 })!;
        const behind = expectedWait({ ...now, ahead: now.ahead + 1, idleCounters: 0 })!;
        expect(here.from).toBeLessThanOrEqual(here.minutes);
        expect(here.to).toBeGreaterThanOrEqual(here.minutes);
        expect(behind.minutes).toBeGreaterThanOrEqual(here.minutes);
        expect(behind.to).toBeGreaterThanOrEqual(here.to);
      }),
    );
  });

  it('is honest: at least eight in ten of simulated waits lie in the range', () => {
    const random = generator(20260116);
    for (const [ahead, openCounters] of [
      [0, 1],
      [3, 2],
      [15, 10],
      [60, 10],
    ] as const) {
      const { from, to } = expectedWait({ ahead, openCounters, idleCounters: 0, minutesEach: 12 })!;
      const waits = Array.from({ length: 2000 }, () => simulatedWait(random, ahead, openCounters));
      const inside = waits.filter((wait) => wait >= from && wait <= to).length;
      expect({ ahead, openCounters, honest: inside / waits.length >= 0.8 }).toMatchObject({ honest: true });
    }
  });
});

describe('learnedMinutes', () => {
  it('is the plan at first and what was seen in the end', () => {
    expect(learnedMinutes(12, { calls: 0, minutes: 0 })).toBe(12);
    expect(learnedMinutes(12, { calls: 10, minutes: 200 })).toBe(16);
    expect(learnedMinutes(12, { calls: 60, minutes: 1200 })).toBeCloseTo(18.86, 2);
  });
});

/** When the person is called, all counters having been busy for long. Service is log-normal, mean 12 minutes, CV 0.6. */
function simulatedWait(random: () => number, ahead: number, counters: number): number {
  const ends = Array.from({ length: counters }, () => serviceTime(random, true) * random());
  for (let before = 0; ; before++) {
    const first = ends.indexOf(Math.min(...ends));
    const at = ends[first]!;
    if (before === ahead) return at;
    ends[first] = at + serviceTime(random, false);
  }
}

/** @param lasting the service that one finds going on, which is longer than others in proportion to its length */
function serviceTime(random: () => number, lasting: boolean): number {
  const variance = Math.log(1 + 0.6 ** 2);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(Math.log(12) - variance / 2 + (lasting ? variance : 0) + Math.sqrt(variance) * normal);
}

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
