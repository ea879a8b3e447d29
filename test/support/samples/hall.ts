import { waiting } from './status-page.js';
import { KIOSK, NO_FORM, NOW, type SamplesOf } from './sample.js';

export const hall: SamplesOf<'kiosk' | 'board'> = {
  'kiosk/start': [
    {
      variant: 'kiosk',
      model: { post: 'PNH', serviceKey: '', accessLink: '', questions: [], faultWords: '{}' },
      context: KIOSK,
    },
  ],
  'kiosk/check-in': [
    { variant: 'kiosk', model: { form: NO_FORM, values: { reference: '' } }, context: KIOSK },
  ],
  'kiosk/ticket': [
    { variant: 'kiosk', model: { ticket: waiting, reference: 'PNH-7K3M-Q2XD-5', at: NOW }, context: KIOSK },
  ],
  'kiosk/another-time': [
    {
      variant: 'kiosk',
      model: {
        code: 'come-back-later',
        params: { day: 'Tuesday 20 January', time: '14:20' },
        reference: 'PNH-7K3M-Q2XD-5',
      },
      context: KIOSK,
    },
  ],
  'board/board': [
    {
      model: {
        calls: [
          { number: 'A042', counter: '7' },
          { number: 'U003', counter: '2' },
          { number: 'A041', counter: '10' },
          { number: 'A040', counter: '4' },
          { number: 'H011', counter: '1' },
        ],
        asOf: NOW,
      },
    },
  ],
};
