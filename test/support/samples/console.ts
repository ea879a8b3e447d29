import type { MessageState } from '../../../src/notifications/message-status.js';
import { MILESTONES } from '../../../src/reports/journey/milestones.js';
import { approvedCase, fullCase, openCase, secondCase } from './case.js';
import { EARLIER, NO_FORM, NOW, REFERENCE, type SamplesOf, TOMORROW, YESTERDAY } from './sample.js';

const ID = openCase.id;
const STAFF = {
  staff: {
    name: 'R. Teladan',
    role: 'supervisor',
    nav: [
      'today',
      'cases',
      'approvals',
      'supervisor',
      'messages',
      'arrivals',
      'ministry',
      'bulletins',
      'accounts',
      'devices',
    ],
  },
} as const;

const message = {
  id: ID,
  recipientId: ID,
  kind: 'come-now' as const,
  state: 'delivered' as MessageState,
  reason: null as string | null,
  channel: 'sms' as string | null,
  gateway: 'smpp',
  address: '•••678' as string | null,
  attempts: 1,
  segments: 1,
  cost: 0.05,
  queuedAt: EARLIER,
  dueAt: EARLIER,
  sentAt: EARLIER,
  deliveredAt: NOW as string | null,
  dead: false,
  version: 3,
};

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
  version: 2,
};

const hall = { waiting: 9, byBand: { urgent: 1, high: 2, standard: 6 }, longestMinutes: 14, asOf: NOW };

const today = {
  counter: { number: 7, state: 'open' as const },
  freeCounters: [],
  current: null,
  parked: [{ ...ticket, number: '031', status: 'parked' as const, parkedAt: EARLIER }],
  hall,
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
  | 'console/blanks'
  | 'console/planner'
  | 'console/duplicates'
  | 'console/duplicate'
  | 'console/lists'
  | 'console/list'
  | 'console/list-progress'
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
    { variant: 'called', model: { ...today, current: ticket }, context: STAFF },
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
        refused: null,
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/supervisor' },
    },
  ],
  'console/calling': [
    {
      model: {
        plan: {
          automatic: true,
          inLine: 640,
          called: 12,
          atTold: 3,
          inZone: 6,
          inHall: 5,
          counters: 8,
          dueNow: 2,
          serviceMinutes: 11.4,
          showUp: 0.86,
          asOf: NOW,
        },
        setting: { automatic: true, travelMinutes: 30, graceMinutes: 20, version: 2 },
        closures: [
          {
            id: ID,
            from: EARLIER,
            to: NOW,
            reason: 'safety',
            announcedAt: EARLIER,
            liftedAt: null,
            toBeBooked: 4,
            version: 1,
          },
        ],
        reasons: ['holiday', 'safety', 'health', 'technical', 'other'],
        form: NO_FORM,
        values: { from: '', to: '', reason: 'other' },
      },
      context: { ...STAFF, path: '/console/supervisor/calling' },
    },
  ],
  'console/messages': [
    {
      model: {
        figures: {
          timeZone: 'Asia/Phnom_Penh',
          asOf: NOW,
          today: [
            { state: 'delivered', messages: 1312 },
            { state: 'failed', messages: 2 },
            { state: 'suppressed', messages: 88 },
          ],
          dead: 2,
          costToday: 65.6,
          currency: 'USD',
        },
        dead: [
          { ...message, state: 'failed', reason: 'undelivered', dead: true },
          { ...message, state: 'uncertain', reason: 'no-answer', dead: true, attempts: 2 },
        ],
        latest: [
          message,
          {
            ...message,
            kind: 'appointment-booked',
            state: 'queued',
            reason: 'safe-hours',
            deliveredAt: null,
          },
          { ...message, state: 'suppressed', reason: 'no-safe-channel', channel: null, address: null },
        ],
        state: 'delivered',
        next: '/console/messages?after=x',
        outbox: true,
        refused: { code: 'not-dead', params: {}, status: 409 },
      },
      context: { ...STAFF, path: '/console/messages' },
    },
  ],
  'console/outbox': [
    {
      model: {
        messages: [
          {
            kind: 'come-now',
            state: 'delivered',
            channel: 'sms',
            address: '•••678',
            when: NOW,
            words: 'Silakan datang sekarang. Giliran Anda sudah dekat.',
            language: 'id',
            languageName: 'Bahasa Indonesia',
            direction: 'ltr',
          },
        ],
      },
      context: STAFF,
    },
    { variant: 'none', model: { messages: [] }, context: STAFF },
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
          },
        ],
        next: '/console/arrivals?after=x',
        values: { from: '', to: '' },
        errors: [],
        refused: null,
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/arrivals' },
    },
  ],
  'console/accounts': [
    {
      model: {
        accounts: [
          { name: 'R. Teladan', username: 'teladan', role: 'supervisor', active: true, own: false },
          { name: 'B. Misal', username: 'misal', role: 'officer', active: false, own: false },
          { name: 'A. Umpama', username: 'umpama', role: 'administrator', active: true, own: true },
        ].map((account) => ({ ...account, id: ID, version: 1, createdAt: YESTERDAY })) as never,
        form: NO_FORM,
        values: { displayName: '', username: '', role: '' },
        created: { username: 'misal', password: 'XXXX-XXXX-XXXX-XXXX' },
        refused: null,
      },
      context: { ...STAFF, path: '/console/accounts' },
    },
  ],
  'console/devices': [
    {
      model: {
        devices: [
          { id: ID, kind: 'kiosk', name: 'Hall, left', enrolledAt: YESTERDAY, revoked: false },
          { id: ID, kind: 'board', name: 'Hall, front', enrolledAt: null, revoked: false },
          { id: ID, kind: 'kiosk', name: 'Shelter', enrolledAt: YESTERDAY, revoked: true },
        ],
        form: NO_FORM,
        values: { kind: '', name: '' },
        enrolment: {
          name: 'Hall, front',
          address: 'https://pulang.example/enrol',
          code: 'XXXX-XXXX-XXXX-XXXX',
        },
      },
      context: { ...STAFF, path: '/console/devices' },
    },
  ],
  'console/audit': [
    {
      model: {
        events: [
          {
            id: ID,
            at: NOW,
            actorRole: 'officer',
            actorId: ID,
            actor: 'R. Teladan',
            action: 'identity.decided',
            subjectKind: 'registration',
            subjectId: ID,
            detail: '{}',
          },
          {
            id: ID,
            at: EARLIER,
            actorRole: 'everyone',
            actorId: null,
            actor: null,
            action: 'registration.received',
            subjectKind: 'registration',
            subjectId: ID,
            detail: '{}',
          },
        ],
        chain: { linked: 1024, faults: 0 },
        next: '/console/audit?after=x',
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/audit' },
    },
  ],
};
