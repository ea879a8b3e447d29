import type { WhereaboutsRequestResponse } from '../../../src/registrations/disclosure/whereabouts/whereabouts.dto.js';
import type { WhereaboutsPage } from '../../../src/web/console/whereabouts/whereabouts.view.js';
import { EARLIER, NOW, REFERENCE, type Samples, TOMORROW } from './sample.js';

const STAFF = {
  path: '/console/whereabouts',
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'B. Misal',
    role: 'officer',
    nav: ['today', 'lists', 'reviews', 'whereabouts', 'documents', 'blanks'],
    waiting: 2,
  },
} as const;

const ID = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';

/** A question that waits for a second person. */
export const asked: WhereaboutsRequestResponse = {
  id: ID,
  registrationId: ID,
  reference: REFERENCE,
  state: 'asked',
  reason: 'The shelter moves them tonight and needs the address',
  askedBy: ID,
  askedByName: 'R. Teladan',
  askedAt: EARLIER,
  lapsesAt: TOMORROW,
  decidedByName: null,
  decidedAt: null,
  openUntil: null,
  open: false,
};

const page: WhereaboutsPage = {
  requests: [
    {
      ...asked,
      state: 'opened',
      reason: 'Called crying from the guest house: men stand before the door',
      openUntil: TOMORROW,
      open: true,
      own: false,
    },
    { ...asked, id: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c12', own: false },
    { ...asked, id: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c13', reason: null, own: true },
  ],
  next: '/console/whereabouts?after=x',
  refused: null,
  done: true,
  asOf: NOW,
};

export const whereabouts: Pick<Samples, 'console/whereabouts'> = {
  'console/whereabouts': [
    { model: page, context: STAFF },
    {
      variant: 'late',
      model: {
        ...page,
        requests: [],
        next: null,
        done: false,
        refused: { code: 'whereabouts-decided', params: {}, status: 409 },
      },
      context: STAFF,
    },
  ],
};
