import fc from 'fast-check';
import { anyState, callState, present } from '../../../test/support/made-up-call-state.js';
import { nextTicket } from './next-ticket.js';

describe('nextTicket', () => {
  it('is nobody in an empty hall, and otherwise one of those who wait', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const ids = state.hall.map(({ personId }) => personId);
        const next = nextTicket(state);
        expect(next === null ? ids.length === 0 : ids.includes(next)).toBe(true);
      }),
    );
  });

  it('puts people in danger strictly first', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const urgent = state.hall.filter(({ band }) => band === 'urgent').map(({ personId }) => personId);
        if (urgent.length > 0) expect(urgent).toContain(nextTicket(state));
      }),
    );
  });

  it('lets the vulnerable go some minutes ahead, but not for ever', () => {
    const hall = [present('standard', { dueAt: 600 }), present('vulnerable', { band: 'high', dueAt: 620 })];
    expect(nextTicket(callState({ hall }))).toBe('vulnerable');
    const waited = [present('standard', { dueAt: 560 }), hall[1]!];
    expect(nextTicket(callState({ hall: waited }))).toBe('standard');
  });

  it('gives those their place back who come late', () => {
    const hall = [
      present('on time', { dueAt: 640, since: 600 }),
      present('late', { dueAt: 610, since: 639 }),
    ];
    expect(nextTicket(callState({ hall }))).toBe('late');
  });
});
