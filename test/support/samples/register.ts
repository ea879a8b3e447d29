import type { RegistrationAnswers } from '../../../src/web/register/answers.js';
import { type RegisterStep, stepForm } from '../../../src/web/register/register-step.js';
import type { FieldError } from '../../../src/web/forms/form.view.js';
import { receipt } from './receipt.js';
import { KIOSK, type SamplesOf } from './sample.js';

export const answers: RegistrationAnswers = {
  safety: { safe: 'unsure', needs: ['injured-or-ill', 'no-shelter-tonight'] },
  name: { fullName: 'Siti Contoh' },
  birth: { day: '27', month: '3', year: '1998', sex: 'F' },
  papers: { passportNumber: 'X0000001', machineReadableZone: '', nationalId: '' },
  contact: {
    channel: 'phone',
    phone: '+855 12 000 001',
    email: '',
    safeHours: ['morning', 'evening'],
    language: 'id',
  },
  place: { place: 'Poipet', companions: '1' },
  held: { heldAt: '' },
  origin: { province: 'Sumatera Utara', regency: 'Deli Serdang' },
  consent: { given: ['assistance', 'exit-permit'] },
};

const form = (step: RegisterStep, errors: FieldError[] = []) =>
  stepForm(step, { action: `/register/${step}`, hidden: [{ name: 'draft', value: 'sealed' }], errors });

const wrongBirth = [
  { field: 'day', code: 'birth-day' },
  { field: 'year', code: 'birth-year' },
];

const PURPOSES = [
  { code: 'assistance', required: true },
  { code: 'exit-permit', required: false },
  { code: 'arrival-care', required: false },
  { code: 'statistics', required: false },
] as const;

export const register: SamplesOf<'register'> = {
  'register/safety': [
    { model: { form: form('safety'), values: answers.safety } },
    { variant: 'kiosk', model: { form: form('safety'), values: { safe: null, needs: [] } }, context: KIOSK },
  ],
  'register/name': [
    { model: { form: form('name'), values: { fullName: '' } } },
    {
      variant: 'error',
      model: { form: form('name', [{ field: 'fullName', code: 'name-required' }]), values: { fullName: '' } },
    },
    { variant: 'kiosk', model: { form: form('name'), values: answers.name }, context: KIOSK },
  ],
  'register/birth': [
    { model: { form: form('birth'), values: answers.birth } },
    {
      variant: 'error',
      model: { form: form('birth', wrongBirth), values: { ...answers.birth, day: '41', year: '98' } },
    },
  ],
  'register/papers': [{ model: { form: form('papers'), values: answers.papers } }],
  'register/contact': [{ model: { form: form('contact'), values: answers.contact } }],
  'register/place': [{ model: { form: form('place'), values: answers.place } }],
  'register/held': [{ model: { form: form('held'), values: answers.held } }],
  'register/origin': [{ model: { form: form('origin'), values: answers.origin } }],
  'register/consent': [
    { model: { form: form('consent'), values: answers.consent, purposes: PURPOSES } },
    {
      variant: 'error',
      model: {
        form: form('consent', [{ field: 'given', code: 'consent-required' }]),
        values: { given: [] },
        purposes: PURPOSES,
      },
    },
  ],
  'register/check': [{ model: { form: form('check'), answers } }],
  'register/done': [
    { model: { receipt } },
    { variant: 'kiosk', model: { receipt: { ...receipt, appointment: null } }, context: KIOSK },
  ],
};
