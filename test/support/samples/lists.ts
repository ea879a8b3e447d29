import type { BulkIntakeResponse } from '../../../src/registrations/bulk/bulk-intakes.dto.js';
import type { ListPage } from '../../../src/web/console/lists/lists.view.js';
import { EARLIER, NOW, type Samples } from './sample.js';

const ID = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';
const STAFF = {
  staff: {
    id: '01993b8e-0000-7000-8000-000000000001',
    name: 'R. Teladan',
    role: 'supervisor',
    nav: ['supervisor', 'cases', 'lists', 'duplicates'],
  },
} as const;

const list: BulkIntakeResponse = {
  id: ID,
  state: 'checked',
  format: 'csv',
  rows: 120,
  valid: 117,
  faulty: 2,
  duplicates: 1,
  warnings: 1,
  registered: 0,
  encoding: 'utf-8',
  delimiter: ';',
  ignoredColumns: ['Remarks'],
  ignoredSheets: ['Women'],
  source: 'Shelter Contoh',
  createdAt: EARLIER,
  confirmedAt: null,
  finishedAt: null,
  receipts: 'none',
  receiptsUntil: null,
  version: 1,
};
const running: BulkIntakeResponse = { ...list, state: 'confirmed', registered: 50 };
const done: BulkIntakeResponse = {
  ...list,
  state: 'done',
  registered: 117,
  receipts: 'waiting',
  receiptsUntil: NOW,
};

const page: ListPage = {
  list,
  percent: 0,
  faults: [
    {
      row: 7,
      column: 'birth_date',
      severity: 'fault',
      code: 'not-a-date',
      detail: 'This day does not exist. Check day, month and year',
    },
    {
      row: 9,
      column: 'full_name',
      severity: 'warning',
      code: 'probable-double',
      detail: 'Probably the same person as in row 3. Look at both',
    },
  ],
  moreFaults: null,
  rows: [
    {
      row: 2,
      state: 'valid',
      rowId: 'C-0012',
      fullName: 'Budi Contoh',
      birthDate: '1998-04',
      sex: 'M',
      reference: null,
    },
  ],
  refused: null,
};

/** Lists from organisations, in the states that they go through. */
export const lists: Pick<Samples, 'console/lists' | 'console/list' | 'console/list-progress'> = {
  'console/lists': [
    {
      model: { lists: [list, running, done], next: null, source: '', formKey: ID, errors: [] },
      context: STAFF,
    },
    {
      variant: 'refused',
      model: {
        lists: [],
        next: null,
        source: 'Shelter Contoh',
        formKey: ID,
        errors: [{ field: 'file', code: 'not-a-table' }],
      },
      context: STAFF,
    },
  ],
  'console/list': [
    { model: page, context: STAFF },
    { variant: 'running', model: { ...page, list: running, percent: 42, rows: [] }, context: STAFF },
    { variant: 'done', model: { ...page, list: done, percent: 100, rows: [] }, context: STAFF },
  ],
  'console/list-progress': [],
};
