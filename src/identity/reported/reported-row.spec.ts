import { reportedRow } from './reported-row.js';

describe('a row of the list of papers that are no longer good', () => {
  const row = { number: 'x 123-4567', type: 'P', issuer: 'idn', status: 'Stolen' };

  it('is read as bureaus write it, and as our own export does', () => {
    expect(reportedRow(row)).toEqual({
      number: 'X1234567',
      type: 'passport',
      issuer: 'IDN',
      status: 'stolen',
    });
    expect(reportedRow({ number: 'XA0000001', type: 'PU', issuer: 'IDN', status: 'void' })).toMatchObject({
      type: 'emergency',
      status: 'revoked',
    });
    expect(reportedRow({ ...row, type: 'identity-card' })).toMatchObject({ type: 'identity-card' });
  });

  it.each([
    ['number', { number: '12' }],
    ['type', { type: 'visa' }],
    ['issuer', { issuer: 'QQQ' }],
    ['status', { status: 'found' }],
    ['status', { status: undefined as unknown as string }],
  ])('says that its %s cannot be read', (column, overrides) =>
    expect(reportedRow({ ...row, ...overrides })).toBe(column),
  );
});
