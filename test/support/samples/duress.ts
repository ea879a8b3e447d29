import type { DuressPage } from '../../../src/web/console/duress/duress.view.js';
import { EARLIER, NOW, REFERENCE, type Samples, YESTERDAY } from './sample.js';

const ID = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';
const STAFF = {
  path: '/console/duress',
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'R. Teladan',
    role: 'protection',
    nav: ['cases', 'duress', 'duplicates'],
  },
} as const;

const flag: DuressPage['flags'][number] = {
  id: ID,
  registrationId: ID,
  reference: REFERENCE,
  way: 'web',
  times: 3,
  raisedAt: YESTERDAY,
  lastAt: EARLIER,
  tried: ['contact-changed', 'withdrawn'],
  acknowledgedBy: null,
  acknowledgedAt: null,
  note: null,
  version: 5,
  takenUpBy: null,
};
const page: DuressPage = {
  state: 'open',
  flags: [flag, { ...flag, id: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c12', way: 'kiosk', times: 1, tried: [] }],
  notes: ['reached-safe', 'reached-in-danger', 'not-reached', 'mistake'],
  next: null,
  errors: [{ field: `note-${ID}`, code: 'not-a-choice' }],
  refused: null,
  done: false,
  asOf: NOW,
};

export const duress: Pick<Samples, 'console/duress'> = {
  'console/duress': [
    { model: page, context: STAFF },
    {
      variant: 'taken-up',
      model: {
        ...page,
        state: 'acknowledged',
        flags: [
          {
            ...flag,
            acknowledgedBy: ID,
            takenUpBy: 'R. Teladan',
            acknowledgedAt: NOW,
            note: 'reached-in-danger',
          },
        ],
        next: '/console/duress?state=acknowledged&after=x',
        errors: [],
        done: true,
      },
      context: STAFF,
    },
    { variant: 'none', model: { ...page, flags: [], errors: [] }, context: STAFF },
  ],
};
