import { STAGES } from '../../../src/web/status/journey.js';
import { fullCase, openCase } from './case.js';
import { EARLIER, NO_FORM, NOW, type SamplesOf, YESTERDAY } from './sample.js';

const STAFF = {
  staff: {
    name: 'R. Teladan',
    role: 'supervisor',
    nav: ['today', 'approvals', 'supervisor', 'ministry', 'bulletins', 'accounts', 'devices'],
  },
} as const;

const today = {
  counter: { number: '7', state: 'open' as const },
  freeCounters: [],
  current: null,
  parked: [{ id: 't1', number: 'A031', band: 'standard' as const, parkedAt: EARLIER }],
  waiting: { total: 9, byBand: { urgent: 1, high: 2, standard: 6 }, longestMinutes: 14 },
  search: { reference: '', reason: null },
  errors: [],
  asOf: NOW,
};

const current = {
  id: 't2',
  number: 'A042',
  reference: openCase.reference,
  band: 'high' as const,
  state: 'called' as const,
  calledAt: EARLIER,
  timesCalled: 2,
  serviceType: 'Identity and travel document',
  companions: 1,
};

export const consolePages: SamplesOf<'console'> = {
  'console/sign-in': [{ model: { form: NO_FORM, values: { username: '' }, asksOneTimeCode: true } }],
  'console/today': [
    { model: today, context: { ...STAFF, path: '/console' } },
    { variant: 'called', model: { ...today, current }, context: STAFF },
    { variant: 'serving', model: { ...today, current: { ...current, state: 'serving' } }, context: STAFF },
    {
      variant: 'no-counter',
      model: { ...today, counter: null, freeCounters: ['1', '5', '9'], parked: [] },
      context: STAFF,
    },
  ],
  'console/case': [
    { model: openCase, context: STAFF },
    { variant: 'full', model: fullCase, context: STAFF },
  ],
  'console/approvals': [
    {
      model: {
        rows: [
          {
            reference: 'PNH-7K3M-Q2XD-5',
            subject: 'travel-document',
            band: 'high',
            appliedBy: 'B. Misal',
            appliedAt: EARLIER,
            own: false,
          },
          {
            reference: 'PNH-2M9X-7TRK-8',
            subject: 'travel-document',
            band: 'standard',
            appliedBy: 'R. Teladan',
            appliedAt: EARLIER,
            own: true,
          },
        ],
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/approvals' },
    },
  ],
  'console/supervisor': [
    {
      model: {
        stages: STAGES.map((stage, index) => ({
          stage,
          people: 1440 - index * 150,
          medianAge: 300 + index * 700,
          oldestAge: 9000,
        })),
        counters: [
          { number: '1', state: 'open', officer: 'R. Teladan', ticket: 'A042', since: EARLIER },
          { number: '2', state: 'paused', officer: 'B. Misal', ticket: null, since: EARLIER },
          { number: '3', state: 'closed', officer: null, ticket: null, since: null },
        ],
        hall: { waiting: 9, longestMinutes: 14 },
        callForward: { form: NO_FORM, people: '10', ready: 212, called: 10 },
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/supervisor' },
    },
  ],
  'console/accounts': [
    {
      model: {
        accounts: [
          {
            id: 'a1',
            name: 'R. Teladan',
            username: 'teladan',
            role: 'supervisor',
            active: true,
            secondFactor: true,
            lastSignInAt: YESTERDAY,
          },
          {
            id: 'a2',
            name: 'B. Misal',
            username: 'misal',
            role: 'officer',
            active: false,
            secondFactor: false,
            lastSignInAt: null,
          },
        ],
        form: NO_FORM,
        values: { name: '', username: '', role: null },
        created: { username: 'misal', password: 'not-a-real-password' },
      },
      context: { ...STAFF, path: '/console/accounts' },
    },
  ],
  'console/devices': [
    {
      model: {
        devices: [
          {
            id: 'd1',
            kind: 'kiosk',
            name: 'Hall, left',
            enrolledAt: YESTERDAY,
            lastSeenAt: NOW,
            revoked: false,
          },
          {
            id: 'd2',
            kind: 'board',
            name: 'Hall, front',
            enrolledAt: null,
            lastSeenAt: null,
            revoked: false,
          },
          {
            id: 'd3',
            kind: 'kiosk',
            name: 'Shelter',
            enrolledAt: YESTERDAY,
            lastSeenAt: YESTERDAY,
            revoked: true,
          },
        ],
        form: NO_FORM,
        values: { kind: null, name: '' },
        enrolment: { name: 'Hall, front', address: 'https://pulang.example/enrol#AAAA-BBBB', expiresAt: NOW },
      },
      context: { ...STAFF, path: '/console/devices' },
    },
  ],
};
