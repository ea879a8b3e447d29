import { EARLIER, NOW, REFERENCE, type Samples, YESTERDAY } from './sample.js';

const ONE = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';
const OTHER = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c12';
const THIRD = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c13';
const STAFF = {
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'R. Teladan',
    role: 'supervisor',
    nav: ['supervisor', 'cases', 'duplicates', 'arrivals'],
  },
} as const;

const seen = [
  { field: 'name', level: 'sound', bits: 9.1 },
  { field: 'birthDate', level: 'swapped', bits: 10.2 },
  { field: 'phone', level: 'exact', bits: 12.4 },
  { field: 'town', level: 'exact', bits: 2.5 },
  { field: 'sex', level: 'exact', bits: 0.8 },
  { field: 'document', level: 'different', bits: -2.1 },
];
const reasons = seen.map(({ field, level, bits }) => ({
  field,
  level,
  says:
    bits >= 6
      ? ('for-strongly' as const)
      : bits >= 1
        ? ('for' as const)
        : bits > -1
          ? ('neither' as const)
          : ('against' as const),
}));

const side = (id: string, reference: string, receivedAt: string, channel: string) => ({
  id,
  reference,
  status: 'active' as const,
  channel,
  maskedName: 'S••• C•••',
  sex: 'F' as const,
  birthYear: 1998,
  homeProvince: 'Sumatera Utara',
  needs: [],
  language: 'id',
  hasDocument: true,
  papersAddedAt: null,
  receivedAt,
  version: 1,
});
const first = side(ONE, REFERENCE, YESTERDAY, 'self');
const second = side(OTHER, 'PNH-8QXM-2D4R-7', EARLIER, 'organisation');
const third = side(THIRD, 'PNH-5RT2-KJ8W-3', NOW, 'kiosk');

const pair = {
  id: ONE,
  status: 'open' as const,
  proposal: 'same' as const,
  probability: 0.9996,
  reasons: seen,
  foundAt: EARLIER,
  decidedAt: null,
  version: 1,
  first,
  second,
  keep: ONE,
  obstacle: null,
  merge: null,
};
const page = {
  pair,
  reasons,
  percent: 99.9,
  decisions: ['same', 'different', 'unsure'] as const,
  revealed: null,
  refused: null,
  errors: [],
};
const row = { id: ONE, first, second, proposal: 'same' as const, version: 1, reasons, percent: 99.9 };
const three = [
  row,
  { ...row, id: OTHER, second: third },
  { ...row, id: THIRD, first: second, second: third },
];
const disclosed = (fullName: string) => ({
  identity: {
    fullName,
    birthDate: { year: 1998, month: 4, day: 7 },
    passportNumber: 'X1234567',
    motherName: 'Wati Contoh',
  },
  contact: { method: 'phone' as const, phone: '+85512345678' },
});

export const duplicates: Pick<Samples, 'console/duplicates' | 'console/duplicate'> = {
  'console/duplicates': [
    {
      model: {
        status: 'open',
        groups: [
          { cases: [first, second, third], pairs: three, mergeAll: `${ONE} 1,${OTHER} 1,${THIRD} 1` },
          { cases: [first, second], pairs: [row], mergeAll: null },
          {
            cases: [first, second],
            pairs: [{ ...row, id: OTHER, proposal: 'review', percent: 74.2 }],
            mergeAll: null,
          },
        ],
        later: 3,
        next: '/console/duplicates?after=x',
        refused: null,
        asOf: NOW,
      },
      context: { ...STAFF, path: '/console/duplicates' },
    },
    {
      variant: 'none',
      model: { status: 'unsure', groups: [], later: 0, next: null, refused: null, asOf: NOW },
      context: STAFF,
    },
  ],
  'console/duplicate': [
    { model: page, context: STAFF },
    {
      variant: 'revealed',
      model: {
        ...page,
        pair: { ...pair, keep: null, obstacle: 'both-have-documents' },
        revealed: { first: disclosed('Siti Contoh'), second: disclosed('Sitti Tjontoh') },
      },
      context: STAFF,
    },
    {
      variant: 'merged',
      model: {
        ...page,
        decisions: [],
        pair: {
          ...pair,
          status: 'same',
          decidedAt: NOW,
          merge: { id: OTHER, keptId: ONE, mergedAt: NOW, version: 1 },
        },
      },
      context: STAFF,
    },
  ],
};
