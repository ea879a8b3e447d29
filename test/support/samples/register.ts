import { type Answers, NO_ANSWERS } from '../../../src/web/register/answers.js';
import { type RegisterStep, stepForm, stepsOf } from '../../../src/web/register/register-step.js';
import type { FieldError } from '../../../src/web/forms/form.view.js';
import { group, receipt } from './receipt.js';
import { KIOSK, NO_FORM, type SamplesOf, TOMORROW } from './sample.js';
import { bornOf } from '../../../src/web/register/born.js';

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
  safeFrom: '18:00',
  safeTo: '21:30',
  noCalls: 'yes',
  safeHours: 'not at work',
  motherName: 'Wati Contoh',
  homeAddress: 'Jalan Contoh 1',
  familyName: 'Wati Contoh',
  familyRelation: 'parent',
  familyPhone: '+62 812 0000 0001',
  language: 'id',
  whereNow: 'Poipet',
  homeProvince: 'Sumatera Utara',
  consents: ['embassy-assistance', 'host-exit-clearance'],
};
const thai: Answers = { ...answers, day: '๒๗', month: '๓', year: '๒๕๔๑', cannotSpeak: 'yes' };
const born = bornOf(answers);
const people = [{ id: 'b', fullName: 'Budi', companion: 'yes' }];
const alone = { people: [], adults: [], child: false };
const KEPT = { reference: 'SAV-7K3M-Q2XD-5', accessCode: '4TQ7M-2KX9R', expiresAt: TOMORROW };
const nothing: Answers = { ...NO_ANSWERS, language: 'en' };

const form = (step: RegisterStep, errors: FieldError[] = []) =>
  stepForm(step, stepsOf(1, NO_ANSWERS, step === 'guardian'), {
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
        form: stepForm('post', stepsOf(2, NO_ANSWERS, false), {
          action: '/register/post',
          hidden: [],
          errors: [],
        }),
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
  'register/needs': [
    { model: asked('needs') },
    {
      variant: 'error',
      model: asked('needs', { ...nothing, safe: 'yes' }, [{ field: 'needs', code: 'not-a-choice' }]),
    },
    { variant: 'kiosk', model: asked('needs', nothing), context: KIOSK },
  ],
  'register/name': [
    { model: asked('name', nothing) },
    { variant: 'error', model: asked('name', nothing, [{ field: 'fullName', code: 'required' }]) },
    { variant: 'kiosk', model: asked('name'), context: KIOSK },
  ],
  'register/birth': [
    { model: asked('birth') },
    { variant: 'error', model: asked('birth', { ...answers, day: '41', year: '2541' }, wrongBirth) },
    { variant: 'kiosk', model: asked('birth', nothing), context: KIOSK },
  ],
  'register/sex': [
    { model: asked('sex') },
    { variant: 'error', model: asked('sex', nothing, [{ field: 'sex', code: 'required' }]) },
    { variant: 'kiosk', model: asked('sex', nothing), context: KIOSK },
  ],
  'register/papers': [
    { model: asked('papers') },
    { variant: 'kiosk', model: asked('papers', nothing), context: KIOSK },
    {
      variant: 'error',
      model: asked('papers', answers, [
        { field: 'passportMrz', code: 'mrz-check-digit', params: { line: 2, position: 10 } },
      ]),
    },
  ],
  'register/contact': [
    { model: asked('contact') },
    { variant: 'error', model: asked('contact', nothing, [{ field: 'method', code: 'required' }]) },
    { variant: 'kiosk', model: asked('contact', nothing), context: KIOSK },
  ],
  'register/language': [
    { model: asked('language') },
    { variant: 'error', model: asked('language', nothing, [{ field: 'language', code: 'not-a-choice' }]) },
    { variant: 'kiosk', model: asked('language', nothing), context: KIOSK },
  ],
  'register/place': [{ model: asked('place') }],
  'register/travel': [
    { model: asked('travel') },
    { variant: 'error', model: asked('travel', nothing, [{ field: 'travelTime', code: 'not-a-choice' }]) },
    { variant: 'kiosk', model: asked('travel', nothing), context: KIOSK },
  ],
  'register/held': [{ model: asked('held') }],
  'register/origin': [{ model: asked('origin') }],
  'register/consent': [
    { model: asked('consent') },
    { variant: 'error', model: asked('consent', nothing, [{ field: 'consents', code: 'consent-needed' }]) },
  ],
  'register/mother': [{ model: asked('mother') }],
  'register/hours': [
    { model: asked('hours') },
    { variant: 'error', model: asked('hours', nothing, [{ field: 'safeTo', code: 'required' }]) },
    { variant: 'kiosk', model: asked('hours', nothing), context: KIOSK },
  ],
  'register/family': [{ model: asked('family') }],
  'register/others': [{ model: asked('others', nothing, [{ field: 'others', code: 'required' }]) }],
  'register/guardian': [
    { model: { ...asked('guardian', nothing), adults: [{ id: 'a', fullName: 'Siti Contoh' }] } },
    { variant: 'kiosk', model: { ...asked('guardian', nothing), adults: [] }, context: KIOSK },
  ],
  'register/saved': [
    { model: { kept: KEPT, apart: false } },
    { variant: 'apart', model: { kept: KEPT, apart: true } },
  ],
  'register/return': [
    { model: { form: NO_FORM, values: { reference: '' } } },
    {
      variant: 'error',
      model: {
        form: { ...NO_FORM, errors: [{ field: 'reference', code: 'wrong-codes' }] },
        values: { reference: 'SAV-7K3M-Q2XD-5' },
      },
    },
  ],
  'register/check': [
    { model: { ...asked('check'), ...alone, born } },
    { variant: 'group', model: { ...asked('check', thai), ...alone, people, born: bornOf(thai) } },
    {
      variant: 'child',
      model: { ...asked('check', { ...answers, guardian: 'other' }), ...alone, born, child: true },
    },
    { variant: 'kiosk', model: { ...asked('check'), ...alone, born }, context: KIOSK },
  ],
  'register/done': [
    { model: { receipt, group: [], kept: true } },
    { variant: 'group', model: { receipt, group, kept: true } },
    {
      variant: 'kiosk',
      model: { receipt: { ...receipt, appointment: null }, group: [], kept: true },
      context: KIOSK,
    },
  ],
};
