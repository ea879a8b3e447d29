import fc from 'fast-check';
import {
  anyState,
  callState,
  counters,
  HOURS,
  present,
  underWay,
  waiting,
} from '../../../test/support/made-up-call-state.js';
import { callOrder } from './call-order.js';
import { expectedStart } from './expected-start.js';
import { lineForecast } from './line-forecast.js';
import { returnTime } from './return-time.js';

describe('expectedStart', () => {
  it('knows everyone in the state and nobody else, with a range around the time', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(expectedStart(state, 'somebody else')).toBeUndefined();
        for (const { personId } of [...state.hall, ...state.zone, ...state.underWay, ...state.toBeCalled]) {
          const { at, low, high } = expectedStart(state, personId)!;
          expect(at).toBeGreaterThanOrEqual(state.now);
          expect(low).toBeLessThanOrEqual(at);
          expect(high).toBeGreaterThanOrEqual(at);
        }
      }),
    );
  });

  it('is later and less certain the more are before somebody', () => {
    const line = Array.from({ length: 300 }, (_, i) => waiting(`p${i}`, { inLineSince: i }));
    const state = callState({ toBeCalled: line });
    const [soon, later, tomorrow] = ['p20', 'p200', 'p299'].map((id) => expectedStart(state, id)!);
    expect(later!.at).toBeGreaterThan(soon!.at);
    expect(later!.high - later!.low).toBeGreaterThan(soon!.high - soon!.low);
    const busier = { ...state, counters: state.counters.slice(0, 6) };
    expect(expectedStart(busier, 'p299')!.at).toBeGreaterThan(tomorrow!.at);
    expect(expectedStart(busier, 'p299')!.at).toBeGreaterThanOrEqual(HOURS[1]!.opensAt);
  });

  it('tells those under way what they were told, and those in the hall how many are before them', () => {
    expect(expectedStart(callState({ underWay: [underWay('u', { dueAt: 640 })] }), 'u')!.at).toBe(640);
    const hall = Array.from({ length: 30 }, (_, i) =>
      present(`h${String(i).padStart(2, '0')}`, { dueAt: 600 + i }),
    );
    const state = callState({ hall });
    expect(expectedStart(state, 'h05')!.at).toBe(600);
    expect(expectedStart(state, 'h29')!.at).toBeGreaterThan(615);
  });

  it('counts before somebody in the zone those on their way who are due earlier, if they come in time', () => {
    const me = present('me', { dueAt: 630 });
    const busy = counters(10, { since: 598, caseType: 'travel-document' });
    const on = (dueAt: number, calledAt: number) =>
      Array.from({ length: 8 }, (_, i) => underWay(`u${i}`, { dueAt, calledAt, travel: 20 }));
    const at = (others: ReturnType<typeof on>) =>
      expectedStart(callState({ counters: busy, zone: [me], underWay: others }), 'me')!.at;
    const alone = at([]);
    expect(at(on(620, 582))).toBeGreaterThan(alone + 1);
    expect(at(on(640, 582))).toBe(alone);
    expect(at(on(620, 400))).toBe(alone);
  });
});

describe('lineForecast', () => {
  it('knows everyone who is not there yet, in the order in which they are called', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const turns = lineForecast(state);
        expect(turns.size).toBe(state.underWay.length + state.toBeCalled.length);
        const line = [...state.toBeCalled].sort(callOrder(state.parameters));
        const ahead = line.map(({ personId }) => turns.get(personId)!.ahead);
        expect(ahead).toEqual([...ahead].sort((a, b) => a - b));
        for (const { personId } of state.underWay) expect(turns.get(personId)!.called).toBe(true);
      }),
    );
  });
});

describe('returnTime', () => {
  it('is a round time within opening hours, at least an hour ahead', () => {
    fc.assert(
      fc.property(anyState, fc.boolean(), (state, mayBeFirst) => {
        const toBeCalled = [
          ...state.toBeCalled,
          waiting('paper', { hasPhone: false, inLineSince: mayBeFirst ? -1 : 999 }),
        ];
        const at = returnTime({ ...state, toBeCalled }, 'paper');
        if (at === undefined) return;
        expect(at % 5).toBe(0);
        expect(at).toBeGreaterThanOrEqual(state.now + 60);
        expect(HOURS.some(({ opensAt, closesAt }) => at > opensAt && at <= closesAt - 75)).toBe(true);
      }),
    );
  });
});
