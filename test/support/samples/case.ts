import { CASE_ACTS } from '../../../src/web/console/case/case-act.js';
import type { CasePage } from '../../../src/web/console/case/case.view.js';
import { EARLIER, NOW, REFERENCE, TOMORROW, YESTERDAY } from './sample.js';

const OFFICER = 'R. Teladan';
const ID = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';

/** At the counter, identity not yet decided, details masked. */
export const openCase: CasePage = {
  id: ID,
  person: {
    reference: REFERENCE,
    status: 'active',
    channel: 'self',
    maskedName: 'S••• C•••',
    sex: 'F',
    birthYear: 1998,
    homeProvince: 'Sumatera Utara',
    needs: ['held-or-forced', 'injured-or-ill', 'no-shelter-tonight'],
    language: 'id',
    hasDocument: true,
    receivedAt: YESTERDAY,
    version: 2,
    revealed: null,
    companions: [{ id: ID, reference: 'PNH-2T6V-9B4K-H', maskedName: 'B••• C•••', guardian: true }],
  },
  band: {
    band: 'high',
    reasons: ['held-or-forced', 'injured-or-ill', 'no-shelter-tonight'],
    setBy: OFFICER,
    at: EARLIER,
    version: 2,
  },
  identity: {
    state: 'in-review',
    level: null,
    evidence: [
      {
        kind: 'registry-match',
        strength: 'strong',
        agrees: true,
        origin: 'registry',
        by: OFFICER,
        at: EARLIER,
      },
      { kind: 'passport-copy', strength: 'fair', agrees: true, origin: 'document', by: OFFICER, at: EARLIER },
    ],
    contradictions: [{ id: ID, code: 'birth-date-differs', kind: 'registry-match', resolvedBy: OFFICER }],
    decision: null,
    review: null,
    tied: false,
    suggestion: { outcome: 'verified', level: 2, officers: 1 },
    pictures: ['portrait', 'document'],
    registry: { word: 'partly', at: EARLIER },
    interview: null,
    version: 3,
  },
  appointment: {
    booked: {
      id: ID,
      service: 'identity',
      startsAt: EARLIER,
      status: 'checked-in',
      calledForwardAt: EARLIER,
      version: 3,
    },
    slots: [],
  },
  travelDocument: { application: null, document: null, content: null },
  exitClearance: { clearance: null },
  departure: { departure: null },
  history: [
    { milestone: 'checked-in', at: EARLIER },
    { milestone: 'booked', at: YESTERDAY },
    { milestone: 'triaged', at: YESTERDAY },
    { milestone: 'registered', at: YESTERDAY },
  ],
  visit: { ticket: '042', counter: 7 },
  next: 'identity-decision',
  may: ['reveal', 'band', 'evidence', 'identity-decision', 'exit-request', 'departure-plan'],
  done: 'evidence',
  refused: null,
  formKey: ID,
  errors: [],
};

/** On whom the lot fell to decide second: what the first concluded is not there. */
export const secondCase: CasePage = {
  ...openCase,
  visit: null,
  done: null,
  identity: {
    ...openCase.identity,
    evidence: [
      { kind: 'interview', strength: 'fair', agrees: true, origin: 'interview', by: OFFICER, at: EARLIER },
    ],
    contradictions: [{ id: ID, code: 'birth-date-differs', kind: 'interview', resolvedBy: null }],
    suggestion: { outcome: 'verified', level: 1, officers: 2 },
    review: { awaits: 'second', assignedTo: 'B. Misal', yours: true, conclusions: [] },
    registry: { word: 'waiting', at: EARLIER },
    interview: { id: ID, questions: ['home-way', 'school-teacher', 'village-market'] },
    pictures: [],
  },
  next: 'identity-decision',
  may: ['identity-decision', 'evidence', 'contradiction', 'interview-judge', 'tie'],
};

/** As an approver sees it who is about to decide. */
export const approvedCase: CasePage = {
  ...openCase,
  visit: null,
  done: null,
  identity: {
    ...openCase.identity,
    state: 'verified',
    level: 2,
    decision: {
      by: OFFICER,
      at: NOW,
      reasons: ['evidence-agrees'],
      rule: 'strong-and-fair',
      officers: [OFFICER],
    },
  },
  travelDocument: {
    application: {
      id: ID,
      status: 'applied',
      appliedBy: OFFICER,
      appliedAt: NOW,
      own: false,
      transit: ['SGP'],
      journeyOn: '2026-02-02',
      feeAmount: 0,
      feeCurrency: 'IDR',
      waiverReason: 'crisis',
      receiptNumber: null,
      flags: ['old-reported-lost'],
      familyId: null,
      replacesReason: null,
      destination: 'IDN',
      validUntil: '2026-02-04',
      declineReason: null,
      version: 1,
    },
    document: null,
    content: {
      primaryName: 'CONTOH',
      secondaryName: 'SITI',
      latinName: 'CONTOH, SITI',
      birthDate: '1998-03-27',
      placeOfBirth: 'Medan',
      sex: 'F',
      oldPassport: 'X0000001',
    },
  },
  may: ['reveal', 'document-approve', 'document-decline'],
  next: 'document-approve',
};

/** Every form at once, the person's details shown, one act refused: more than any role can see. */
export const fullCase: CasePage = {
  ...openCase,
  visit: null,
  done: null,
  person: {
    ...openCase.person,
    needs: [],
    revealed: {
      fullName: 'Siti Contoh',
      birthDate: { year: 1998, month: 3, day: 27 },
      passportNumber: 'X0000001',
      phone: '+85512000001',
      safeHours: 'after 18:00',
      whereNow: 'A guest house near the central market',
    },
  },
  identity: approvedCase.identity,
  appointment: { booked: null, slots: [{ id: ID, service: 'identity', startsAt: TOMORROW, free: 2 }] },
  travelDocument: {
    ...approvedCase.travelDocument,
    document: {
      id: ID,
      number: 'XA0000017',
      blank: 'SPM0000017',
      collectedAs: null,
      status: 'issued',
      validUntil: '2026-02-04',
      issuedAt: NOW,
      version: 1,
    },
  },
  exitClearance: {
    clearance: {
      id: ID,
      registrationId: ID,
      status: 'granted',
      overstayDays: 41,
      fine: 410,
      fineCurrency: 'USD',
      waived: 410,
      requestedAt: YESTERDAY,
      decidedAt: NOW,
      version: 2,
    },
  },
  departure: {
    departure: {
      id: ID,
      registrationId: ID,
      status: 'planned',
      carrier: 'Contoh Air',
      serviceNumber: 'CT 601',
      from: 'Phnom Penh',
      to: 'Medan',
      route: ['SGP', 'IDN'],
      scheduledAt: TOMORROW,
      plannedAt: NOW,
      clearedAt: null,
      boardedAt: null,
      departedAt: null,
      arrivedAt: null,
      version: 1,
    },
  },
  next: 'document-collect',
  may: CASE_ACTS,
  refused: {
    act: 'document-collect',
    why: { code: 'stale', params: {}, status: 412 },
    values: {},
  },
  errors: [{ field: 'band-reason', code: 'too-short' }],
};
