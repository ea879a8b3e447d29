import { MILESTONES } from '../../../src/reports/journey/milestones.js';
import { approvedCase, fullCase, openCase, secondCase } from './case.js';
import { EARLIER, NO_FORM, NOW, REFERENCE, type SamplesOf, TOMORROW, STAFF } from './sample.js';

const ID = openCase.id;

const ticket = {
  id: ID,
  number: '042',
  registrationId: ID,
  reference: REFERENCE,
  status: 'called' as const,
  band: 'high' as const,
  service: 'identity',
  counter: 7,
  timesCalled: 2,
  waitingSince: EARLIER,
  calledAt: EARLIER,
  servingSince: null,
  parkedAt: null,
  ahead: 0,
  needs: ['language:my', 'service:identity'],
  notes: 1,
  version: 2,
};

const hall = { waiting: 9, byBand: { urgent: 1, high: 2, standard: 6 }, longestMinutes: 14, asOf: NOW };

const today = {
  counter: { number: 7, state: 'open' as const },
  freeCounters: [],
  current: null,
  parked: [{ ...ticket, number: '031', status: 'parked' as const, parkedAt: EARLIER }],
  hall,
  notes: [],
  transfer: { counters: [], services: [], skills: [] },
  undo: null,
  nobody: false,
  refused: null,
};

const arrival = {
  id: ID,
  status: 'departed' as const,
  carrier: 'Contoh Air',
  serviceNumber: 'CT 601',
  from: 'Phnom Penh',
  to: 'Medan',
  scheduledAt: TOMORROW,
  departedAt: NOW,
  arrivedAt: null,
  version: 4,
};

export const consolePages: Omit<
  SamplesOf<'console'>,
  | 'console/new-codes'
  | 'console/blanks'
  | 'console/documents'
  | 'console/document-batch'
  | 'console/document-batch-progress'
  | 'console/family'
  | 'console/family-requests'
  | 'console/planner'
  | 'console/post'
  | 'console/post-part'
  | 'console/duplicates'
  | 'console/duress'
  | 'console/second-person'
  | 'console/duplicate'
  | 'console/lists'
  | 'console/list'
  | 'console/list-progress'
  | 'console/calling'
  | 'console/messages'
  | 'console/outbox'
  | 'console/second-step'
  | 'console/account'
  | 'console/account-app'
  | 'console/account-password'
  | 'console/recovery-codes'
  | 'console/confirmation'
  | 'console/accounts'
  | 'console/devices'
  | 'console/audit'
  | 'console/retention'
> = {
  'console/sign-in': [
    { model: { form: NO_FORM, values: { username: '' } } },
    {
      variant: 'wrong',
      model: {
        form: { ...NO_FORM, errors: [{ field: 'username', code: 'wrong-sign-in' }] },
        values: { username: 'teladan' },
      },
    },
  ],
  'console/today': [
    { model: today, context: { ...STAFF, path: '/console/today' } },
    {
      variant: 'called',
      model: {
        ...today,
        current: ticket,
        notes: [{ note: 'The photo is missing.', writtenBy: 'S. Contoh', counter: 3, writtenAt: EARLIER }],
        transfer: {
          counters: [{ id: ID, number: 4, officerName: 'S. Contoh' }],
          services: ['travel-document'],
          skills: ['protection', 'language:my'],
        },
      },
      context: STAFF,
    },
    {
      variant: 'undo',
      model: { ...today, nobody: true, undo: { act: 'finished', secondsLeft: 12, ticket } },
      context: STAFF,
    },
    {
      variant: 'serving',
      model: { ...today, current: { ...ticket, status: 'serving', servingSince: NOW } },
      context: STAFF,
    },
    {
      variant: 'no-counter',
      model: {
        ...today,
        counter: null,
        freeCounters: [1, 5, 9].map((number) => ({ id: `${ID.slice(0, -1)}${number}`, number })),
        parked: [],
        refused: { code: 'counter-taken', params: {}, status: 409 },
      },
      context: STAFF,
    },
    { variant: 'paused', model: { ...today, counter: { number: 7, state: 'paused' } }, context: STAFF },
  ],
  'console/waiting': [],
  'console/search': [
    {
      model: {
        values: { reference: REFERENCE, reason: 'person-asks' },
        errors: [{ field: 'reference', code: 'case-not-found' }],
      },
      context: STAFF,
    },
  ],
  'console/case': [
    { model: openCase, context: STAFF },
    { variant: 'approve', model: approvedCase, context: STAFF },
    { variant: 'second', model: secondCase, context: STAFF },
    { variant: 'full', model: fullCase, context: STAFF },
  ],
  'console/reviews': [
    {
      model: {
        available: true,
        items: [
          { registrationId: ID, reference: REFERENCE, seat: 'second', assignedAt: EARLIER },
          { registrationId: ID, reference: 'PNH-2M9X-7TRK-8', seat: 'third', assignedAt: EARLIER },
        ],
        asOf: NOW,
      },
      context: STAFF,
    },
  ],
  'console/approvals': [
    {
      model: {
        rows: [
          {
            registrationId: ID,
            reference: REFERENCE,
            destination: 'IDN',
            validUntil: '2026-02-04',
            appliedBy: 'B. Misal',
            appliedAt: EARLIER,
            own: false,
          },
          {
            registrationId: ID,
            reference: 'PNH-2M9X-7TRK-8',
            destination: 'IDN',
            validUntil: '2026-02-04',
            appliedBy: 'R. Teladan',
            appliedAt: EARLIER,
            own: true,
          },
        ],
        more: true,
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/approvals' },
    },
    { variant: 'none', model: { rows: [], more: false, asOf: NOW }, context: STAFF },
  ],
  'console/supervisor': [
    {
      model: {
        stages: MILESTONES.map((stage, index) => ({
          stage,
          people: 1440 - index * 130,
          medianMinutes: 300 + index * 700,
          oldestMinutes: 9000,
        })),
        counters: [
          { number: 1, state: 'open', officerName: 'R. Teladan', ticket: '042', since: EARLIER },
          {
            number: 2,
            state: 'paused',
            officerName: 'B. Misal',
            sessionId: ID,
            ticket: null,
            since: EARLIER,
          },
          { number: 3, state: 'closed', ticket: null, since: null },
        ],
        hall,
        callForward: { form: NO_FORM, people: '10', called: 10 },
        duplicates: 3,
        held: [{ ...ticket, status: 'waiting', passedOverAt: EARLIER, counters: 0 }],
        refused: null,
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/supervisor' },
    },
  ],
  'console/skills': [
    {
      model: {
        skills: {
          choices: ['protection', 'language:km', 'language:my', 'service:identity'],
          officers: [{ id: ID, name: 'S. Contoh', skills: ['protection', 'language:my'], version: 2 }],
          counters: [{ id: `${ID.slice(0, -1)}1`, number: 4, skills: [], version: 1 }],
        },
        changed: ID,
        refused: null,
      },
      context: { ...STAFF, path: '/console/supervisor/skills' },
    },
  ],
  'console/arrivals': [
    {
      model: {
        rows: [
          {
            ...arrival,
            agreed: true,
            reference: REFERENCE,
            name: 'Siti Contoh',
            sex: 'F',
            birthYear: 1998,
            needs: ['pregnant', 'injured-or-ill'],
            mayConfirm: true,
            confirmFrom: null,
          },
          {
            ...arrival,
            status: 'planned',
            agreed: false,
            reference: null,
            name: null,
            sex: null,
            birthYear: null,
            needs: null,
            mayConfirm: false,
            confirmFrom: null,
          },
        ],
        next: '/console/arrivals?after=x',
        values: { from: '', to: '' },
        said: { id: '', at: '' },
        errors: [],
        refused: null,
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/arrivals' },
    },
  ],
};
