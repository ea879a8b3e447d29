import type { BlanksPage } from '../../../src/web/console/blanks/blanks.view.js';
import { EARLIER, NOW, type Samples } from './sample.js';

const ID = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';
const STAFF = {
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'R. Teladan',
    role: 'supervisor',
    nav: ['supervisor', 'blanks', 'cases'],
  },
} as const;

const batch = {
  id: ID,
  first: 'SPM0000001',
  last: 'SPM0005000',
  blanks: 5000,
  missing: 1,
  receivedBy: ID,
  receivedAt: EARLIER,
  countedBy: ID as string | null,
  countedAt: NOW as string | null,
  version: 2,
};

const count = {
  id: ID,
  firstBy: ID,
  firstAt: EARLIER,
  secondBy: ID as string | null,
  secondAt: NOW as string | null,
  counted: 4981 as number | null,
  expected: 4982 as number | null,
  difference: -1 as number | null,
  explanation: 'investigated' as string | null,
  version: 2,
};

const full: BlanksPage = {
  stock: {
    required: true,
    inStock: 4982,
    next: 'SPM0000018',
    figures: [
      { status: 'in-stock', blanks: 4982 },
      { status: 'issued', blanks: 16 },
      { status: 'spoiled', blanks: 2 },
    ],
    asOf: NOW,
  },
  uncounted: [
    {
      ...batch,
      first: 'SPM0005001',
      last: 'SPM0006000',
      blanks: 1000,
      countedBy: null,
      countedAt: null,
      own: false,
    },
  ],
  batches: [{ ...batch, received: 'B. Misal', counted: 'R. Teladan' }],
  open: {
    ...count,
    secondBy: null,
    secondAt: null,
    counted: null,
    expected: null,
    difference: null,
    explanation: null,
    own: false,
    by: 'B. Misal',
  },
  counts: [
    { ...count, first: 'B. Misal', second: 'R. Teladan' },
    { ...count, counted: 4982, difference: 0, explanation: null, first: 'R. Teladan', second: 'B. Misal' },
  ],
  spent: [
    {
      serial: 'SPM0000009',
      status: 'spoiled',
      reason: 'misprint',
      documentId: ID,
      replacedBy: 'SPM0000010',
      changedAt: NOW,
    },
  ],
  spoiled: ['SPM0000009'],
  laidOut: null,
  may: { keep: true, steal: true },
  formKey: ID,
  act: null,
  values: {},
  errors: [],
  refused: null,
  done: null,
};

export const blanks: Pick<Samples, 'console/blanks'> = {
  'console/blanks': [
    { model: full, context: { ...STAFF, path: '/console/blanks' } },
    {
      variant: 'empty',
      model: {
        ...full,
        uncounted: [],
        batches: [],
        open: null,
        counts: [],
        spent: [],
        spoiled: [],
        done: 'receive',
      },
      context: { ...STAFF, path: '/console/blanks' },
    },
  ],
};
