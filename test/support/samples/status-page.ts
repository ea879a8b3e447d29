import type { StageMark } from '../../../src/web/status/journey.js';
import type { TicketPlace } from '../../../src/web/status/status.view.js';
import { receipt } from './receipt.js';
import { NOW, REFERENCE, type Samples, TOMORROW, TOMORROW_LATER, YESTERDAY } from './sample.js';

const stages: StageMark[] = [
  { stage: 'registered', state: 'done', at: YESTERDAY },
  { stage: 'triaged', state: 'done', at: YESTERDAY },
  { stage: 'booked', state: 'done', at: YESTERDAY },
  { stage: 'served', state: 'now', at: null },
  { stage: 'verified', state: 'later', at: null },
  { stage: 'document-issued', state: 'later', at: null },
  { stage: 'clearance-granted', state: 'later', at: null },
  { stage: 'departed', state: 'later', at: null },
  { stage: 'arrived', state: 'later', at: null },
];

const status = {
  saved: false,
  reference: REFERENCE,
  next: 'come-to-appointment' as const,
  stages,
  appointment: receipt.appointment,
  ticket: null,
  turn: null,
  bring: receipt.bring,
  journey: null,
  choosesTime: false,
  silent: false,
  erasedAfter: null,
  vouching: false,
  open: true,
  cancelled: false,
  asOf: NOW,
  tag: 'W/"none"',
};

export const waiting: TicketPlace = {
  number: '042',
  state: 'waiting',
  counter: null,
  ahead: 3,
  expected: { from: 10, to: 25 },
};
const called: TicketPlace = { ...waiting, state: 'called', counter: 7, ahead: 0, expected: null };
export const statusPages: Samples['status/status'] = [
  { model: status },
  {
    variant: 'over midnight',
    model: { ...status, next: 'come-soon' },
  },
  {
    variant: 'foreseen',
    model: {
      ...status,
      saved: true,
      erasedAfter: TOMORROW,
      vouching: true,
      turn: { ahead: 34, from: TOMORROW, until: TOMORROW_LATER },
    },
  },
  {
    variant: 'travelling',
    model: {
      ...status,
      ...{ next: 'prepare-to-travel', appointment: null, bring: [], silent: true },
      journey: { leavesAt: TOMORROW, service: 'Contoh Air CT 601', from: 'Phnom Penh', to: 'Medan' },
    },
  },
  {
    variant: 'late',
    model: {
      ...status,
      ...{ next: 'journey-passed', appointment: null, bring: [] },
      journey: { leavesAt: NOW, service: 'Contoh Air CT 601', from: 'Phnom Penh', to: 'Medan' },
    },
  },
  {
    variant: 'collecting',
    model: { ...status, next: 'collect-document', appointment: null, bring: [], choosesTime: true },
  },
  {
    variant: 'called',
    model: { ...status, next: 'go-to-counter', appointment: null, bring: [], ticket: called },
  },
];
