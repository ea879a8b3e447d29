import type { TicketPlace } from '../../../src/web/status/status.view.js';
import type { StageMark } from '../../../src/web/status/journey.js';
import { receipt } from './receipt.js';
import { answers } from './register.js';
import { NO_FORM, NOW, REFERENCE, type SamplesOf, YESTERDAY } from './sample.js';

const stages: StageMark[] = [
  { stage: 'registered', state: 'done', at: YESTERDAY },
  { stage: 'triaged', state: 'done', at: YESTERDAY },
  { stage: 'appointment', state: 'now', at: null },
  { stage: 'identity-verified', state: 'later', at: null },
  { stage: 'travel-document', state: 'later', at: null },
  { stage: 'exit-clearance', state: 'later', at: null },
  { stage: 'departed', state: 'later', at: null },
  { stage: 'arrived', state: 'later', at: null },
];

const status = {
  reference: REFERENCE,
  next: 'come-to-appointment' as const,
  stages,
  appointment: receipt.appointment,
  ticket: null,
  bring: receipt.bring,
  may: { changeContact: true, withdraw: true },
  asOf: NOW,
};

export const waiting: TicketPlace = {
  number: 'A042',
  state: 'waiting',
  counter: null,
  ahead: 3,
  expectedMinutes: 12,
};
const called: TicketPlace = { ...waiting, state: 'called', counter: '7', ahead: 0, expectedMinutes: null };
const wrongCodes = { ...NO_FORM, errors: [{ field: 'reference', code: 'wrong-codes' }] };

export const publicPages: SamplesOf<'start' | 'status' | 'document-check' | 'problems'> = {
  'start/start': [{ model: {} }],
  'start/languages': [{ model: { returnTo: '/' } }],
  'status/sign-in': [
    { model: { form: NO_FORM, values: { reference: '' } } },
    { variant: 'error', model: { form: wrongCodes, values: { reference: REFERENCE } } },
  ],
  'status/status': [
    { model: status },
    {
      variant: 'called',
      model: { ...status, next: 'go-to-counter', appointment: null, bring: [], ticket: called },
    },
  ],
  'status/contact': [{ model: { form: NO_FORM, values: answers.contact } }],
  'status/withdraw': [{ model: { form: NO_FORM, reference: REFERENCE } }],
  'document-check/form': [
    { model: { form: NO_FORM, values: { documentNumber: '', lineOne: '', lineTwo: '', seal: '' } } },
  ],
  'document-check/verdict': [
    {
      variant: 'genuine',
      model: { verdict: 'valid', documentNumber: 'C0000018Y', validUntil: '2026-02-03', checkedAt: NOW },
    },
    {
      variant: 'unclear',
      model: { verdict: 'read-error', documentNumber: null, validUntil: null, checkedAt: NOW },
    },
    {
      variant: 'refused',
      model: { verdict: 'revoked', documentNumber: 'C0000018Y', validUntil: '2026-02-03', checkedAt: NOW },
    },
  ],
  'problems/problem': [
    {
      variant: '404',
      model: {
        title: 'We cannot find this page',
        detail: 'Check the address, or go back to the start.',
        faults: [],
        retryAfter: null,
        requestId: null,
      },
    },
    {
      variant: '429',
      model: {
        title: 'Too many tries',
        detail: 'This limit protects everyone’s data.',
        faults: [],
        retryAfter: 40,
        requestId: 'f3a1-77c2',
      },
    },
  ],
};
