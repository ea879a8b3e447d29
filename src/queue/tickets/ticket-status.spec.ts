import {
  isLive,
  LIVE_STATUSES,
  mayDo,
  TICKET_ACTS,
  TICKET_STATUSES,
  TICKET_TRANSITIONS,
  type TicketAct,
  type TicketStatus,
} from './ticket-status.js';

const mayBecome = (from: TicketStatus, to: TicketStatus) =>
  (TICKET_TRANSITIONS[from] as readonly TicketStatus[]).includes(to);
const acts = Object.keys(TICKET_ACTS) as TicketAct[];

describe('ticket status', () => {
  it('lets every act do only what the transitions allow', () => {
    for (const act of acts.filter((name) => name !== 'recall'))
      for (const from of TICKET_ACTS[act].from)
        expect([act, from, mayBecome(from, TICKET_ACTS[act].to)]).toEqual([act, from, true]);
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
      expect(TICKET_STATUSES.some((to) => mayBecome(status, to) && !isLive(to))).toBe(true);
  });
});
