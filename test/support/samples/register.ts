import { type Answers, NO_ANSWERS } from '../../../src/web/register/answers.js';
import { type RegisterStep, stepForm, stepsWith } from '../../../src/web/register/register-step.js';
import type { FieldError } from '../../../src/web/forms/form.view.js';
import { receipt } from './receipt.js';
import { KIOSK, type SamplesOf } from './sample.js';

const answers: Answers = {
  ...NO_ANSWERS,
  post: 'PNH',
  safe: 'no',
  needs: ['injured-or-ill', 'no-shelter-tonight'],
  fullName: 'Siti Contoh',
  day: '27',
  month: '3',
  year: '1998',
  sex: 'F',
  passportNumber: 'X0000001',
  method: 'phone',
  phone: '+855 12 000 001',
  safeHours: 'after 18:00',
  language: 'id',
  whereNow: 'Poipet',
  homeProvince: 'Sumatera Utara',
  consents: ['embassy-assistance', 'host-exit-clearance'],
};
const nothing: Answers = { ...NO_ANSWERS, language: 'en' };

const form = (step: RegisterStep, errors: FieldError[] = []) =>
  stepForm(step, stepsWith(1), {
    action: `/register/${step}`,
    hidden: [{ name: 'draft', value: 'sealed' }],
    errors,
  });
const asked = (step: RegisterStep, values = answers, errors: FieldError[] = []) => ({
  form: form(step, errors),
  values,
});

const wrongBirth = [
  { field: 'day', code: 'too-large' },
  { field: 'year', code: 'buddhist-year', params: { year: '2541', gregorian: '1998' } },
];

export const register: SamplesOf<'register'> = {
  'register/post': [
    {
      model: {
        form: stepForm('post', stepsWith(2), { action: '/register/post', hidden: [], errors: [] }),
        values: nothing,
        posts: [
          { code: 'PNH', name: 'Embassy of the Republic of Contoh, Phnom Penh' },
          { code: 'BKK', name: 'Embassy of the Republic of Contoh, Bangkok' },
        ],
      },
    },
  ],
  'register/safety': [
    { model: asked('safety') },
    { variant: 'error', model: asked('safety', nothing, [{ field: 'safe', code: 'required' }]) },
    { variant: 'kiosk', model: asked('safety', nothing), context: KIOSK },
  ],
  'register/name': [
    { model: asked('name', nothing) },
    { variant: 'error', model: asked('name', nothing, [{ field: 'fullName', code: 'required' }]) },
    { variant: 'kiosk', model: asked('name'), context: KIOSK },
  ],
  'register/birth': [
    { model: asked('birth') },
    { variant: 'error', model: asked('birth', { ...answers, day: '41', year: '2541' }, wrongBirth) },
  ],
  'register/papers': [{ model: asked('papers') }],
  'register/contact': [
    { model: asked('contact') },
    { variant: 'error', model: asked('contact', nothing, [{ field: 'method', code: 'required' }]) },
  ],
  'register/place': [{ model: asked('place') }],
  'register/held': [{ model: asked('held') }],
  'register/origin': [{ model: asked('origin') }],
  'register/consent': [
    { model: asked('consent') },
    { variant: 'error', model: asked('consent', nothing, [{ field: 'consents', code: 'consent-needed' }]) },
  ],
  'register/check': [{ model: asked('check') }, { variant: 'kiosk', model: asked('check'), context: KIOSK }],
  'register/done': [
    { model: { receipt } },
    { variant: 'kiosk', model: { receipt: { ...receipt, appointment: null } }, context: KIOSK },
  ],
};
