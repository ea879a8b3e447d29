import {
  isAtCounter,
  isLive,
  LIVE_STATUSES,
  mayDo,
  TICKET_ACTS,
  TICKET_STATUSES,
  type TicketAct,
  ticketMayBecome,
} from './ticket-status.js';

const acts = Object.keys(TICKET_ACTS) as TicketAct[];

describe('ticket status', () => {
  it('lets every act do only what the transitions allow', () => {
    for (const act of acts.filter((name) => name !== 'recall'))
      for (const from of TICKET_ACTS[act].from)
        expect([act, from, ticketMayBecome(from, TICKET_ACTS[act].to)]).toEqual([act, from, true]);
  });

  it('is over once missed or finished, whatever is tried', () => {
    expect(LIVE_STATUSES).toEqual(['waiting', 'called', 'serving', 'parked']);
    for (const status of ['missed', 'finished'] as const)
      expect(acts.filter((act) => mayDo(act, status))).toEqual([]);
  });

  it('never lets an officer end the wait of somebody who was not called', () => {
    expect(acts.filter((act) => mayDo(act, 'waiting'))).toEqual([]);
  });

  it('has a way out of every live status', () => {
    for (const status of TICKET_STATUSES.filter(isLive))
      expect(TICKET_STATUSES.some((to) => ticketMayBecome(status, to) && !isLive(to))).toBe(true);
    expect(TICKET_STATUSES.filter(isAtCounter)).toEqual(['called', 'serving']);
  });
});
