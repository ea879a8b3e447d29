import type { SecondPersonRequestResponse } from '../../../src/registrations/disclosure/second-person/second-person.dto.js';
import type { SecondPersonPage } from '../../../src/web/console/second-person/second-person.view.js';
import { EARLIER, NOW, REFERENCE, type Samples, TOMORROW } from './sample.js';

const STAFF = {
  path: '/console/second-person',
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'B. Misal',
    role: 'officer',
    nav: ['today', 'lists', 'reviews', 'second-person', 'documents', 'blanks'],
    waiting: 2,
  },
} as const;

const ID = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';

/** A question that waits for a second person. */
export const asked: SecondPersonRequestResponse = {
  id: ID,
  registrationId: ID,
  reference: REFERENCE,
  kind: 'location',
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

const page: SecondPersonPage = {
  requests: [
    {
      ...asked,
      state: 'opened',
      reason: 'Called crying from the guest house: men stand before the door',
      openUntil: TOMORROW,
      open: true,
      own: false,
    },
    {
      ...asked,
      id: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c12',
      kind: 'statements',
      reason: 'Second look before the document is approved',
      own: false,
    },
    { ...asked, id: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c13', reason: null, own: true },
  ],
  next: '/console/second-person?after=x',
  refused: null,
  done: true,
  asOf: NOW,
};

export const secondPerson: Pick<Samples, 'console/second-person'> = {
  'console/second-person': [
    { model: page, context: STAFF },
    {
      variant: 'late',
      model: {
        ...page,
        requests: [],
        next: null,
        done: false,
        refused: { code: 'second-person-decided', params: {}, status: 409 },
      },
      context: STAFF,
    },
  ],
};
