import { CASE_ACTS } from '../../../src/web/console/case/case-act.js';
import type { CasePage } from '../../../src/web/console/case/case.view.js';
import { EARLIER, NOW, REFERENCE, TOMORROW, YESTERDAY } from './sample.js';

const OFFICER = 'R. Teladan';

/** At the counter, identity not yet decided, details masked. */
export const openCase: CasePage = {
  reference: REFERENCE,
  version: '7',
  stage: 'appointment',
  closed: null,
  ticket: { number: 'A042', counter: '7' },
  warnings: ['possible-duplicate'],
  person: {
    masked: true,
    fullName: 'S••• C•••••',
    birth: '•• March 1998',
    sex: 'F',
    passportNumber: '••••••01',
    nationalId: null,
    phone: '+855 •• ••• •01',
    email: null,
    place: '••••••',
    origin: 'Sumatera Utara',
    language: 'id',
  },
  safe: 'unsure',
  needs: ['injured-or-ill', 'no-shelter-tonight'],
  companions: 1,
  consents: [
    { code: 'assistance', given: true },
    { code: 'exit-permit', given: true },
    { code: 'arrival-care', given: false },
    { code: 'statistics', given: false },
  ],
  band: {
    band: 'high',
    reasons: ['injured-or-ill', 'no-shelter-tonight'],
    override: { by: OFFICER, at: EARLIER, reason: 'Fever, seen at the door' },
  },
  identity: {
    state: 'in-review',
    level: null,
    evidence: [
      { kind: 'registry-match', result: 'supports', note: null, by: OFFICER, at: EARLIER },
      { kind: 'passport', result: 'inconclusive', note: 'Copy only, ••••••01', by: OFFICER, at: EARLIER },
    ],
    decision: null,
  },
  appointment: { booked: { startsAt: EARLIER, place: 'Hall A', state: 'checked-in' }, slots: [] },
  travelDocument: {
    state: 'none',
    number: null,
    validUntil: null,
    applied: null,
    approved: null,
    blanks: [],
  },
  exitClearance: { state: 'none', daysOverstayed: 41, fine: 410, waived: false, permitNumber: null },
  departure: { state: 'none', flight: null, departsAt: null, arrivesAt: null, destination: null },
  history: [
    { at: EARLIER, by: OFFICER, act: 'called' },
    { at: EARLIER, by: 'Kiosk 1', act: 'checked-in' },
    { at: YESTERDAY, by: 'Pulang', act: 'appointment-booked' },
    { at: YESTERDAY, by: 'Pulang', act: 'band-set' },
    { at: YESTERDAY, by: 'Web', act: 'registered' },
  ],
  next: 'identity-decision',
  may: ['reveal', 'band', 'evidence', 'identity-decision', 'appointment-cancel'],
  errors: [],
};

/** Every form at once, the person's details shown: what an administrator of a demonstration could see. */
export const fullCase: CasePage = {
  ...openCase,
  stage: 'travel-document',
  warnings: [],
  person: {
    ...openCase.person,
    masked: false,
    fullName: 'Siti Contoh',
    birth: '27 March 1998',
    passportNumber: 'X0000001',
  },
  identity: {
    ...openCase.identity,
    state: 'verified',
    level: 'medium',
    decision: { by: OFFICER, at: NOW, reason: null },
  },
  appointment: { booked: null, slots: [{ id: 's1', startsAt: TOMORROW, free: 2 }] },
  travelDocument: {
    state: 'applied',
    number: null,
    validUntil: '2026-02-03',
    applied: { by: OFFICER, at: NOW },
    approved: null,
    blanks: ['SPLP-000017', 'SPLP-000018'],
  },
  next: 'document-approve',
  may: CASE_ACTS,
  errors: [{ field: 'band-reason', code: 'reason-required' }],
};
