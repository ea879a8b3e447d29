/**
 * From which status a ticket may go to which. A number that was missed or finished is over; the person gets a new one.
 * An officer who undoes what they just did takes it back and goes nowhere: see undo-rule.ts.
 */
export const TICKET_TRANSITIONS = {
  waiting: ['called', 'missed'],
  called: ['serving', 'parked', 'waiting', 'missed', 'finished'],
  serving: ['parked', 'waiting', 'missed', 'finished'],
  parked: ['waiting', 'missed'],
  missed: [],
  finished: [],
} as const satisfies Record<string, readonly string[]>;

export type TicketStatus = keyof typeof TICKET_TRANSITIONS;
export const TICKET_STATUSES = Object.keys(TICKET_TRANSITIONS) as TicketStatus[];

/** Whether the number still leads to a counter. */
export const isLive = (status: TicketStatus): boolean => TICKET_TRANSITIONS[status].length > 0;
export const LIVE_STATUSES = TICKET_STATUSES.filter(isLive);

/**
 * What an officer can do with a number, and from where. Nobody can drop a person who was never called: `waiting` goes to
 * `missed` only when the day ends or the person withdraws.
 */
export const TICKET_ACTS = {
  recall: { from: ['called'], to: 'called' },
  start: { from: ['called'], to: 'serving' },
  park: { from: ['called', 'serving'], to: 'parked' },
  resume: { from: ['parked'], to: 'waiting' },
  transfer: { from: ['called', 'serving'], to: 'waiting' },
  missed: { from: ['called', 'parked'], to: 'missed' },
  finish: { from: ['called', 'serving'], to: 'finished' },
} as const satisfies Record<string, { from: readonly TicketStatus[]; to: TicketStatus }>;
export type TicketAct = keyof typeof TICKET_ACTS;

export const mayDo = (act: TicketAct, status: TicketStatus): boolean =>
  (TICKET_ACTS[act].from as readonly TicketStatus[]).includes(status);

/** How a visit ended at the counter. */
export const VISIT_OUTCOMES = ['done', 'come-back'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** Why a number was missed. Whoever did not withdraw is booked again. */
export type MissedReason = 'did-not-come' | 'day-ended' | 'withdrawn';
