import type { StaffRole } from '../../../src/platform/auth/roles.js';
import type { PageContext } from '../../../src/web/page-context.js';
import type { ApplicationResponse } from '../../../src/travel-documents/applications/applications.dto.js';
import type { TravelDocumentResponse } from '../../../src/travel-documents/documents/documents.dto.js';
import type { FamilyPage } from '../../../src/web/console/case/family.view.js';
import type { DocumentsPage, ShownBatch } from '../../../src/web/console/documents/documents.view.js';
import { EARLIER, NOW, REFERENCE, type Samples, YESTERDAY } from './sample.js';

const ID = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';
const OTHER = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c12';
const staff = (role: StaffRole): Partial<PageContext> => ({
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'R. Teladan',
    role,
    nav: role === 'home-agency' ? ['arrivals', 'family-requests'] : ['documents', 'blanks'],
  },
});

const running: ShownBatch = {
  id: ID,
  state: 'running',
  total: 1440,
  issued: 612,
  failed: 2,
  startedBy: ID,
  by: 'S. Contoh',
  percent: 42,
  startedAt: EARLIER,
  progressedAt: NOW,
  finishedAt: null,
};
const done: ShownBatch = {
  ...running,
  id: OTHER,
  state: 'done',
  issued: 1438,
  percent: 100,
  startedAt: YESTERDAY,
  finishedAt: YESTERDAY,
};
const failed = (failure: string) => ({
  applicationId: ID,
  registrationId: ID,
  reference: REFERENCE,
  state: 'failed' as const,
  documentId: null,
  number: null,
  failure,
});

const document: TravelDocumentResponse = {
  id: ID,
  registrationId: ID,
  applicationId: ID,
  number: 'XA0000120',
  blank: 'SPM0000120',
  status: 'collected',
  validUntil: '2026-02-04',
  issuedBy: ID,
  issuedAt: EARLIER,
  endedAt: null,
  endedReason: null,
  collectedAt: NOW,
  collectedAs: 'holder',
  handedInAt: null,
  version: 2,
};

const empty: DocumentsPage = {
  batches: [],
  waiting: 0,
  number: '',
  found: null,
  day: '',
  exported: null,
  reported: { papers: 0, importedBy: null, importedAt: null },
  reportedBy: '',
  settings: {
    fee: 100000,
    currency: 'IDR',
    prefix: 'XA',
    lastNumber: 'XA0000120',
    blanksRequired: true,
    blanksInStock: 4880,
  },
  may: { issue: true, revoke: false, supervise: false },
  formKey: ID,
  done: null,
  errors: [],
  refused: null,
};

const application: ApplicationResponse = {
  id: ID,
  registrationId: ID,
  reference: REFERENCE,
  status: 'applied',
  destination: 'IDN',
  transit: ['SGP'],
  validUntil: '2026-02-04',
  feeWaived: true,
  feeAmount: 0,
  feeCurrency: 'IDR',
  waiverReason: 'crisis',
  receiptNumber: null,
  journeyOn: null,
  validityReason: null,
  oldPassportState: null,
  flags: ['first-time'],
  familyId: ID,
  replacesId: null,
  replacesReason: null,
  appliedBy: OTHER,
  appliedAt: EARLIER,
  decidedBy: null,
  declineReason: null,
  version: 1,
};
const member = { registrationId: ID, reference: REFERENCE, maskedName: 'S*** C*****', content: null };
const family: FamilyPage = {
  id: ID,
  members: [
    { ...member, application: null },
    { ...member, registrationId: OTHER, maskedName: 'A** C*****', application: null },
  ],
  family: null,
  may: ['apply'],
  formKey: ID,
  values: {},
  ticked: null,
  errors: [],
  refused: null,
};

export const documents: Pick<
  Samples,
  | 'console/documents'
  | 'console/document-batch'
  | 'console/document-batch-progress'
  | 'console/family'
  | 'console/family-requests'
> = {
  'console/documents': [
    { model: empty, context: staff('officer') },
    {
      variant: 'busy',
      model: { ...empty, batches: [running, done], waiting: 37, number: document.number, found: document },
      context: staff('officer'),
    },
    {
      variant: 'supervisor',
      model: {
        ...empty,
        batches: [done],
        number: 'XA999',
        day: '2026-01-19',
        exported: {
          post: 'PNH',
          day: '2026-01-19',
          frozenAt: NOW,
          items: [
            {
              number: 'XA0000007',
              type: 'PU',
              kind: 'document',
              issuer: 'IDN',
              status: 'lost',
              date: '2026-01-19',
            },
            {
              number: 'SPM0000009',
              type: 'PU',
              kind: 'blank',
              issuer: 'IDN',
              status: 'stolen',
              date: '2026-01-19',
            },
          ],
        },
        reported: { papers: 1204, importedBy: ID, importedAt: YESTERDAY },
        reportedBy: 'T. Teladan',
        may: { issue: false, revoke: true, supervise: true },
        errors: [
          { field: 'number', code: 'no-such-document' },
          { field: 'file', code: 'wrong-format' },
        ],
      },
      context: staff('supervisor'),
    },
  ],
  'console/document-batch': [
    {
      model: {
        batch: running,
        failed: [failed('no-blanks'), failed('stale')],
        moreFailed: false,
        mayPrint: false,
      },
      context: staff('officer'),
    },
    {
      variant: 'done',
      model: { batch: done, failed: [], moreFailed: false, mayPrint: true },
      context: staff('officer'),
    },
  ],
  'console/document-batch-progress': [
    { model: { batch: running }, context: { ...staff('officer'), bare: true } },
  ],
  'console/family': [
    { model: family, context: staff('officer') },
    {
      variant: 'to-decide',
      model: {
        ...family,
        members: [
          {
            ...member,
            application,
            content: {
              primaryName: 'Contoh',
              secondaryName: 'Siti',
              latinName: 'CONTOH, SITI',
              birthDate: '1998-03-27',
              placeOfBirth: 'Medan',
              sex: 'F',
              oldPassport: null,
              portrait: false,
              seen: 'q2v8Zc1m0R3n5T7w9Yb1dA',
            },
          },
          { ...member, registrationId: OTHER, maskedName: 'A** C*****', application },
        ],
        family: { id: ID, version: 2, status: 'applied' },
        may: ['approve', 'decline'],
      },
      context: staff('approver'),
    },
  ],
  'console/family-requests': [
    {
      model: {
        requests: [
          {
            id: ID,
            fullName: 'Siti Contoh',
            birthDate: { year: 1998 },
            born: '1998-XX-XX',
            homeProvince: 'Sumatera Utara',
            question: 'Mother Ibu Contoh in Kampung Contoh: which school, which scar?',
            askedAt: EARLIER,
          },
        ],
        at: ID,
        values: { answer: '' },
        errors: [{ field: `answer-${ID}`, code: 'required' }],
        refused: null,
        done: false,
      },
      context: staff('home-agency'),
    },
  ],
};
