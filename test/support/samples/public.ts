import type { OwnRegistrationResponse } from '../../../src/registrations/registrations.dto.js';
import { contactValues } from '../../../src/web/status/contact-form.js';
import { STEP_FIELDS } from '../../../src/web/register/register-step.js';
import { NO_FORM, NOW, REFERENCE, type SamplesOf, YESTERDAY } from './sample.js';
import { statusPages } from './status-page.js';

const APPOINTMENT_KNOWN = { startsAt: NOW, seatAt: NOW, mayChange: true, wantsEarlier: false, version: 1 };
const noPapers = { passportNumber: '', nationalId: '', passportMrz: '' };
const wrongPapers = {
  ...NO_FORM,
  errors: [{ field: 'passportMrz', code: 'mrz-length', params: { characters: 5 } }],
};
const wrongCodes = { ...NO_FORM, errors: [{ field: 'reference', code: 'wrong-codes' }] };

const held: OwnRegistrationResponse = {
  id: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11',
  reference: REFERENCE,
  status: 'active',
  channel: 'self',
  maskedName: 'S••• C•••',
  sex: 'F',
  birthYear: 1998,
  homeProvince: 'Sumatera Utara',
  needs: ['injured-or-ill', 'no-shelter-tonight'],
  language: 'id',
  hasDocument: true,
  papersAddedAt: null,
  receivedAt: YESTERDAY,
  version: 2,
  identity: { fullName: 'Siti Contoh', birthDate: { year: 1998, month: 3 }, passportNumber: 'X0000001' },
  contact: { method: 'phone', phone: '+85512000001', safeHours: 'after 18:00' },
  location: { whereNow: 'Poipet', unshown: ['whereHeld'] },
  travelTime: 'over-90',
  home: {
    address: 'Jalan Contoh 1, Medan',
    family: { name: 'Wati Contoh', relation: 'parent', phone: '+6281200000001' },
  },
  consents: ['embassy-assistance', 'host-exit-clearance'],
  consentHistory: [
    { purpose: 'host-exit-clearance', recipient: 'host-immigration', given: true, at: NOW },
    { purpose: 'embassy-assistance', recipient: 'embassy', given: true, at: YESTERDAY },
  ],
};

/** From the range that Ofcom keeps for fiction. */
const HOTLINES = ['Brunei', 'Cambodia', 'Laos', 'Malaysia', 'Myanmar', 'Philippines', 'Thailand'].map(
  (country, index) => ({ country, city: 'Contoh Bandar', phone: `+44 20 7946 090${index}` }),
);

export const publicPages: SamplesOf<'start' | 'enrol' | 'status' | 'document-check' | 'problems'> = {
  'start/start': [
    { model: {} },
    { variant: 'several-posts', model: {}, context: { post: null, hotlines: HOTLINES.slice(0, 3) } },
    { variant: 'many-posts', model: {}, context: { post: null, hotlines: HOTLINES } },
  ],
  'start/languages': [{ model: { returnTo: '/' } }],
  'enrol/enrol': [
    { model: { form: NO_FORM } },
    { variant: 'error', model: { form: { ...NO_FORM, errors: [{ field: 'code', code: 'wrong-code' }] } } },
  ],
  'status/sign-in': [
    { model: { form: NO_FORM, values: { reference: '' }, note: null } },
    { variant: 'error', model: { form: wrongCodes, values: { reference: REFERENCE }, note: null } },
    { variant: 'unsaved', model: { form: NO_FORM, values: { reference: '' }, note: 'unsaved' } },
    { variant: 'forgotten', model: { form: NO_FORM, values: { reference: '' }, note: 'forgotten' } },
  ],
  'status/status': statusPages,
  'status/held': [
    {
      model: {
        held,
        looks: [{ at: NOW, who: 'officer' }],
        messages: [
          {
            kind: 'registered',
            channel: 'sms',
            address: '•••678',
            sentAt: NOW,
            deliveredAt: null,
            words: 'You are registered. You do not need to wait here.',
          },
        ],
      },
    },
    { variant: 'alone', model: { held, looks: [], messages: [] } },
  ],
  'status/photo': [
    { model: { form: NO_FORM, taken: true } },
    {
      variant: 'wrong',
      model: { form: { ...NO_FORM, errors: [{ field: 'photo', code: 'picture-too-small' }] }, taken: false },
    },
  ],
  'status/needs': [{ model: { form: NO_FORM, values: { needs: held.needs, safe: 'no' } } }],
  'status/papers': [
    { model: { form: NO_FORM, values: noPapers, told: [] } },
    {
      variant: 'wrong',
      model: { form: wrongPapers, values: { ...noPapers, passportMrz: 'P<IDN' }, told: ['passportNumber'] },
    },
    { variant: 'told', model: { form: NO_FORM, values: noPapers, told: STEP_FIELDS.papers } },
  ],
  'status/home': [
    {
      model: {
        form: { ...NO_FORM, errors: [{ field: 'familyPhone', code: 'not-a-phone-number' }] },
        values: {
          homeAddress: 'Jalan Contoh 1',
          familyName: 'Wati Contoh',
          familyRelation: 'parent',
          familyPhone: '12',
        },
      },
    },
  ],
  'status/erasure': [
    { model: { form: NO_FORM, erasure: null, open: true } },
    { variant: 'withdrawn', model: { form: NO_FORM, erasure: null, open: false } },
    {
      variant: 'kept',
      model: {
        form: NO_FORM,
        erasure: {
          status: 'confirmed',
          askedAt: YESTERDAY,
          confirmedAt: YESTERDAY,
          dueAt: NOW,
          keptBecause: 'travel-document-valid',
          keptUntil: NOW,
          version: 2,
        },
        open: true,
      },
    },
  ],
  'status/erasure-confirm': [
    {
      model: {
        form: { ...NO_FORM, errors: [{ field: 'erase', code: 'required' }] },
        erasure: null,
        open: true,
      },
    },
  ],
  'status/contact': [
    {
      model: {
        form: NO_FORM,
        values: contactValues({
          method: 'somebody',
          through: 'Wati Contoh',
          phone: '+85512000001',
          safeFrom: '18:00',
          safeTo: '21:30',
          noCalls: true,
        }),
      },
    },
  ],
  'status/consents': [
    {
      model: {
        form: NO_FORM,
        purposes: ['home-ministry', 'host-exit-clearance', 'shelter-partners'],
        agreed: ['home-ministry'],
      },
    },
  ],
  'status/vouching': [
    {
      model: {
        form: { ...NO_FORM, hidden: [{ name: 'id', value: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11' }] },
        askedAt: NOW,
        atCounter: false,
        values: { reference: '' },
        confirmed: [],
      },
    },
    {
      variant: 'wrong',
      model: {
        form: { ...NO_FORM, errors: [{ field: 'reference', code: 'not-theirs' }] },
        askedAt: NOW,
        atCounter: false,
        values: { reference: REFERENCE },
        confirmed: [{ id: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11', askedAt: NOW }],
      },
    },
    {
      variant: 'at-counter',
      model: { form: NO_FORM, askedAt: NOW, atCounter: true, values: { reference: '' }, confirmed: [] },
    },
    {
      variant: 'none',
      model: { form: NO_FORM, askedAt: null, atCounter: false, values: { reference: '' }, confirmed: [] },
    },
  ],
  'status/appointment': [
    {
      model: {
        appointment: APPOINTMENT_KNOWN,
        cancelled: false,
        choices: [{ slotId: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11', startsAt: NOW }],
        taken: false,
        errors: [],
        formKey: 'sample-form-key-1',
      },
    },
    {
      variant: 'none',
      model: {
        appointment: null,
        cancelled: true,
        choices: [],
        taken: true,
        errors: [],
        formKey: 'sample-form-key-2',
      },
    },
  ],
  'status/appointment-cancel': [{ model: { appointment: APPOINTMENT_KNOWN } }],
  'status/withdraw': [{ model: { form: NO_FORM, reference: REFERENCE } }],
  'document-check/form': [
    { model: { form: NO_FORM, values: { documentNumber: '', lineOne: '', lineTwo: '', seal: '' } } },
  ],
  'document-check/verdict': [
    {
      variant: 'genuine',
      model: { verdict: 'valid', documentNumber: 'C0000018Y', validUntil: '2026-02-03', checkedAt: NOW },
    },
    {
      variant: 'unclear',
      model: { verdict: 'read-error', documentNumber: null, validUntil: null, checkedAt: NOW },
    },
    {
      variant: 'refused',
      model: { verdict: 'revoked', documentNumber: 'C0000018Y', validUntil: '2026-02-03', checkedAt: NOW },
    },
  ],
  'problems/problem': [
    {
      variant: '404',
      model: {
        title: 'We cannot find this page',
        detail: 'Check the address, or go back to the start.',
        faults: [],
        retryAfter: null,
        requestId: null,
        back: null,
      },
    },
    {
      variant: '429',
      model: {
        title: 'Too many tries',
        detail: 'This limit protects everyone’s data.',
        faults: [],
        retryAfter: 40,
        requestId: 'f3a1-77c2',
        back: null,
      },
    },
  ],
};
