import fc from 'fast-check';
import { anyState, callState, counters, HOURS } from '../../../test/support/made-up-call-state.js';
import { normalCdf } from './service-law.js';
import { expectedStarts } from './starts-forecast.js';

describe('expectedStarts', () => {
  it('takes one for each free counter at once and goes on at the rate of the counters', () => {
    const starts = expectedStarts(callState(), HOURS[0]!);
    expect(starts[0]).toBe(10);
    const anHour = starts[120]! - starts[60]!;
    expect(Math.abs(anHour - 50)).toBeLessThan(2.5);
  });

  it('takes nobody before opening and nobody more after closing', () => {
    const early = expectedStarts(callState({ now: 520 }), HOURS[0]!);
    expect([early[19], early[20]]).toEqual([0, 10]);
    const late = expectedStarts(callState({ now: 1000 }), HOURS[0]!);
    expect(late[150]).toBe(late[20]);
  });

  it('never shrinks with time', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const starts = expectedStarts(state, HOURS[0]!);
        for (let i = 1; i < starts.length; i++)
          expect(starts[i]!).toBeGreaterThanOrEqual(starts[i - 1]! - 1e-9);
      }),
    );
  });

  it('expects a counter that has been busy for long to be busy longer', () => {
    const soon = (since: number) =>
      expectedStarts(callState({ counters: counters(1, { since, caseType: 'a' }) }), HOURS[0]!)[4]!;
    expect(soon(592)).toBeGreaterThan(soon(560));
    expect(soon(592)).toBeGreaterThan(soon(600));
  });
});

describe('normalCdf', () => {
  it('is a normal distribution function', () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 6);
    expect(normalCdf(1.96)).toBeCloseTo(0.975, 4);
    expect(normalCdf(-1.96)).toBeCloseTo(0.025, 4);
  });
});
