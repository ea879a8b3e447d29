import type { MessageState } from '../../../src/notifications/message-status.js';
import { openCase } from './case.js';
import { EARLIER, NO_FORM, NOW, type Samples, STAFF } from './sample.js';

const ID = openCase.id;

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

/** Calling people forward, and what they are told. */
export const messages: Pick<Samples, 'console/calling' | 'console/messages' | 'console/outbox'> = {
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
};
