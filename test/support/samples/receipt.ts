import { drawQr } from '../../../src/web/drawings/qr-drawing.js';
import type { ReceiptView } from '../../../src/web/receipt/receipt.view.js';
import { NOW, REFERENCE, type Samples, type SamplesOf, STAFF, TOMORROW } from './sample.js';

export const receipt: ReceiptView = {
  reference: REFERENCE,
  accessCode: '4TQ7M-2KX9R',
  qr: drawQr('https://pulang.example/status/sign-in#s=AAAAAAAAAAAAAAAAAAAAAA'),
  registeredAt: NOW,
  appointment: { startsAt: TOMORROW, place: 'Jalan Contoh 1, Phnom Penh', comeNow: false, mayBeCalled: true },
  bring: ['receipt', 'passport', 'any-papers', 'photos', 'companions', 'medicine'],
  silent: false,
};

export const group = [
  { ...receipt, who: 'S••• C•••' },
  { ...receipt, reference: 'PNH-0B1C-2D3F-4', who: 'B•••' },
];

export const receipts: SamplesOf<'receipt'> & Pick<Samples, 'console/new-codes'> = {
  'console/new-codes': [
    { model: { id: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11', receipt, language: 'ur' }, context: STAFF },
  ],
  'receipt/receipt': [
    { model: { receipt, group: [], back: '/register/done' } },
    { variant: 'group', model: { receipt, group, back: '/register/done' } },
    {
      variant: 'later',
      model: {
        receipt: { ...receipt, accessCode: null, qr: null, appointment: null, bring: ['receipt'] },
        group: [],
        back: '/status',
      },
    },
  ],
};
