import { openCase } from './case.js';
import { EARLIER, NO_FORM, NOW, YESTERDAY, type Samples, STAFF } from './sample.js';

const ID = openCase.id;

/** The administrator's and the auditor's pages. */
export const administration: Pick<Samples, 'console/accounts' | 'console/devices' | 'console/audit'> = {
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
