import { listReport } from './list-report.js';

describe('what came of checking a list', () => {
  it('begins with what keeps people out, however many warnings come before it', () => {
    const list = {
      id: '1',
      state: 'checked',
      rows: 90,
      valid: 0,
      faulty: 1,
      duplicates: 89,
      registered: 0,
      ignoredColumns: [],
      ignoredSheets: ['Women'],
    };
    const known = Array.from({ length: 89 }, (_, index) => ({
      row: index + 2,
      column: 'row_id',
      severity: 'warning',
      code: 'registered-before',
      detail: 'Registered before',
    }));
    const fault = {
      row: 91,
      column: 'sex',
      severity: 'fault',
      code: 'not-a-choice',
      detail: 'None of the words',
    };
    const report = listReport(list as never, [...known, fault] as never);
    expect(report.split('\n').slice(2, 5)).toEqual([
      '  Sheets that are not read: Women',
      '  row 91, sex: None of the words',
      '  row 2, row_id (only a warning): Registered before',
    ]);
    expect(report).toContain('… and 50 more');
  });
});
