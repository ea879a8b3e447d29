import { keptFor } from '../../../src/registrations/retention/retention-periods.js';
import { GIVEN } from '../../../src/staff/countersigning/giving.js';
import type { RetentionPage } from '../../../src/web/console/retention/retention.view.js';
import { openCase } from './case.js';
import { EARLIER, NO_FORM, NOW, TOMORROW, YESTERDAY, type Samples, STAFF } from './sample.js';

const ID = openCase.id;

const kept: RetentionPage = {
  items: keptFor({ cases: 730, messages: 90 }),
  changedAt: YESTERDAY,
  form: NO_FORM,
  values: { caseDays: '730', messageDays: '90' },
  effect: null,
  posts: [{ id: ID, name: 'Phnom Penh', current: true }],
  errors: [],
  refused: null,
  done: false,
};

/** The administrator's and the auditor's pages. */
export const administration: Pick<
  Samples,
  'console/accounts' | 'console/devices' | 'console/retention' | 'console/audit'
> = {
  'console/accounts': [
    {
      model: {
        accounts: [
          { name: 'R. Teladan', username: 'teladan', role: 'supervisor', active: true, own: false },
          { name: 'B. Misal', username: 'misal', role: 'officer', active: false, own: false },
          { name: 'A. Umpama', username: 'umpama', role: 'administrator', active: true, own: true },
        ].map((account, i) => ({
          ...account,
          secondFactor: i !== 1,
          waits: i === 0,
          id: ID,
          version: 1,
          createdAt: YESTERDAY,
        })) as never,
        waiting: GIVEN.map((given, i) => ({
          ...{ id: ID, name: 'C. Tamsil Panjang', username: 'tamsil', role: 'approver' as const, given },
          ...{ accountId: ID, givenBy: ID, givenByName: 'A. Umpama', givenAt: EARLIER },
          ...{ confirmedAt: i === 1 ? YESTERDAY : null, yours: i === 2 },
        })),
        code: { name: 'C. Tamsil Panjang', code: 'XXXX-XXXX' },
        done: 'refused',
        form: NO_FORM,
        values: { displayName: '', username: '', role: '' },
        created: { username: 'misal', password: 'XXXX-XXXX-XXXX-XXXX' },
        reset: 'B. Misal',
        refused: null,
      },
      context: { ...STAFF, path: '/console/accounts' },
    },
  ],
  'console/devices': [
    {
      model: {
        devices: [
          {
            id: ID,
            kind: 'kiosk',
            name: 'Hall, left',
            enrolledAt: YESTERDAY,
            revoked: false,
            lapsed: false,
            seenAt: EARLIER,
            expiresAt: TOMORROW,
          },
          {
            id: ID,
            kind: 'board',
            name: 'Hall, front',
            enrolledAt: null,
            revoked: false,
            lapsed: false,
            seenAt: null,
            expiresAt: null,
          },
          {
            id: ID,
            kind: 'kiosk',
            name: 'Shelter',
            enrolledAt: YESTERDAY,
            revoked: true,
            lapsed: false,
            seenAt: YESTERDAY,
            expiresAt: null,
          },
          {
            id: ID,
            kind: 'kiosk',
            name: 'Market',
            enrolledAt: YESTERDAY,
            revoked: false,
            lapsed: true,
            seenAt: null,
            expiresAt: YESTERDAY,
          },
        ],
        mayAnnounce: true,
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
  'console/retention': [
    { model: kept, context: { ...STAFF, path: '/console/retention' } },
    {
      variant: 'effect',
      model: {
        ...kept,
        values: { caseDays: '365', messageDays: '90' },
        effect: { casesDue: 0, casesDueThen: 14, messagesDue: 0, messagesDueThen: 0, confirm: NO_FORM },
      },
      context: { ...STAFF, path: '/console/retention' },
    },
    {
      variant: 'refused',
      model: {
        ...kept,
        posts: [
          { id: ID, name: 'Phnom Penh', current: true },
          { id: 'another', name: 'Bangkok', current: false },
        ],
        errors: [{ field: 'caseDays', code: 'required' }],
        refused: { code: 'more-becomes-due', params: {}, status: 409 },
        done: true,
      },
      context: { ...STAFF, path: '/console/retention' },
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
            act: 'audit.act.identity.decided',
            role: 'role.officer',
            subject: 'audit.subject.registration',
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
            act: null,
            role: 'audit.role.everyone',
            subject: null,
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
