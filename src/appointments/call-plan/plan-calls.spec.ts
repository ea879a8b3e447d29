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
import { planCalls } from './plan-calls.js';
import { expectedStarts, HORIZON } from './starts-forecast.js';

const called = (state: Parameters<typeof planCalls>[0], to: 'hall' | 'zone') =>
  planCalls(state)
    .calls.filter((call) => call.to === to)
    .map(({ personId }) => personId);

const line = (many: number, travel = 20) =>
  Array.from({ length: many }, (_, i) =>
    waiting(`p${String(i).padStart(3, '0')}`, { travel, inLineSince: i }),
  );

describe('planCalls, whatever the moment', () => {
  it('calls nobody twice, nobody who is there or under way, and nobody without a phone', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { calls } = planCalls(state);
        expect(new Set(calls.map(({ personId }) => personId)).size).toBe(calls.length);
        const reachable = new Set(state.toBeCalled.filter((p) => p.hasPhone).map(({ personId }) => personId));
        const seated = new Set(state.zone.map(({ personId }) => personId));
        for (const { personId, to, at } of calls) {
          expect((to === 'zone' ? reachable : seated).has(personId)).toBe(true);
          expect(at).toBe(state.now);
        }
      }),
    );
  });

  it('depends on nothing but the state, and not on the order in which it is written', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const copy = JSON.parse(JSON.stringify(state)) as typeof state;
        expect(planCalls(copy)).toEqual(planCalls(state));
        const turned = { ...state, zone: state.zone.toReversed(), toBeCalled: state.toBeCalled.toReversed() };
        expect(planCalls(turned)).toEqual(planCalls(state));
      }),
    );
  });

  it('calls no more people than the counters, the stock and the rooms justify', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { rooms, showUp } = state.parameters;
        const { calls } = planCalls(state);
        const many = calls.filter(({ to }) => to === 'zone').length;
        const taken = expectedStarts(state, state.hours[0]!)[HORIZON]!;
        const most = taken + Math.max(rooms.stock, rooms.stockAtOpening, rooms.stockAtClosing);
        expect(many * showUp).toBeLessThanOrEqual(
          Math.max(0, most - state.hall.length - state.zone.length) + 1e-6,
        );
      }),
    );
  });

  it('keeps the hall within its seats, but for people in danger and the last minutes', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        fc.pre(state.now < 1010);
        const urgent = state.zone.filter(({ band }) => band === 'urgent').length;
        const open = state.counters.filter((counter) => counter.state === 'open').length;
        const most = Math.max(state.parameters.rooms.hallSeats, open + 1);
        const inside = called(state, 'hall').length;
        if (inside > urgent) expect(inside + state.hall.length).toBeLessThanOrEqual(most + urgent + 1);
      }),
    );
  });
});

describe('planCalls', () => {
  it('calls those first who have waited longest, people in danger before them', () => {
    const state = callState({
      toBeCalled: [...line(200), waiting('danger', { band: 'urgent', inLineSince: 900 })],
    });
    const calls = called(state, 'zone');
    expect(calls[0]).toBe('danger');
    expect(calls.slice(1)).toEqual(calls.slice(1).toSorted());
    expect(calls.length).toBeLessThan(60);
  });

  it('calls the far ones while there is time, and gives a gap soon to the next who lives near', () => {
    const far = line(100, 80);
    const near = waiting('near', { travel: 6, inLineSince: 500 });
    const busy = counters(10, { since: 598, caseType: 'travel-document' });
    const calls = called(callState({ counters: busy, toBeCalled: [...far, near] }), 'zone');
    expect(calls).toContain('near');
    expect(calls).toContain('p000');
    expect(calls).not.toContain('p099');
  });

  it('calls nobody who could arrive only after closing, and nobody to a post without hours or counters', () => {
    expect(called(callState({ now: 960, toBeCalled: line(20, 80) }), 'zone')).toEqual([]);
    expect(called(callState({ hours: [], toBeCalled: line(20) }), 'zone')).toEqual([]);
    const closed = callState({
      counters: [],
      zone: Array.from({ length: 8 }, (_, i) => present(`z${i}`)),
      toBeCalled: line(20),
    });
    expect(called(closed, 'zone')).toEqual([]);
  });

  it('calls fewer when counters drop out, and others for those who do not come', () => {
    const people = Array.from({ length: 12 }, (_, i) => underWay(`u${i}`, { calledAt: 595, dueAt: 610 + i }));
    const state = callState({ underWay: people, toBeCalled: line(100, 8) });
    const some = called(state, 'zone').length;
    expect(some).toBeGreaterThan(0);
    expect(called({ ...state, counters: counters(5) }, 'zone').length).toBeLessThan(some);
    const sorry = people.map((person) => ({ ...person, reply: 'cannot-come' as const }));
    expect(called({ ...state, underWay: sorry }, 'zone').length).toBeGreaterThan(some);
  });

  it('takes people into the hall where every seat of the zone is taken, whoever is there already', () => {
    const busy = counters(10, { since: 598, caseType: 'travel-document' });
    const hall = Array.from({ length: 12 }, (_, i) => present(`h${i}`));
    const zone = Array.from({ length: 15 }, (_, i) => present(`z${i}`, { dueAt: 620 + i }));
    expect(called(callState({ counters: busy, hall, zone }), 'hall')).toHaveLength(1);
    expect(called(callState({ counters: busy, hall, zone: zone.slice(1) }), 'hall')).toEqual([]);
    const more = (many: number) => Array.from({ length: many }, (_, i) => present(`h${i}`));
    expect(called(callState({ counters: busy, hall: more(18), zone }), 'hall')).toHaveLength(1);
    expect(called(callState({ counters: busy, hall: more(19), zone }), 'hall')).toEqual([]);
  });

  it('calls no more people before closing than the counters still take, and nobody who may not be in time', () => {
    const busy = counters(10, { since: 955, caseType: 'travel-document' });
    const late = { now: 960, counters: busy, toBeCalled: line(200, 8) };
    const many = called(callState(late), 'zone').length;
    expect(many).toBeGreaterThan(5);
    expect(many * 0.85).toBeLessThanOrEqual(expectedStarts(callState(late), HOURS[0]!)[60]!);
    expect(called(callState({ ...late, toBeCalled: line(200, 30) }), 'zone')).toEqual([]);
  });

  it('plans everybody in the end: one minute after the other, nobody is left over', () => {
    let toBeCalled = line(150);
    for (let now = 600; now < 1000 && toBeCalled.length > 0; now++) {
      const calls = new Set(called(callState({ now, toBeCalled }), 'zone'));
      toBeCalled = toBeCalled.filter(({ personId }) => !calls.has(personId));
    }
    expect(toBeCalled).toEqual([]);
  });
});
