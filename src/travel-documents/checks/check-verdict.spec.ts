import fc from 'fast-check';
import type { DocumentStatus } from '../documents/document-status.js';
import { type DocumentRecord, joinedLines, sealBytes, verdictOf } from './check-verdict.js';

const record = (overrides: Partial<DocumentRecord> = {}): DocumentRecord => ({
  number: 'XA0000001',
  status: 'collected',
  validUntil: '2026-01-31',
  lines: 'AB',
  today: '2026-01-31',
  ...overrides,
});

describe('the verdict on a document', () => {
  it.each([
    ['issued', 'valid'],
    ['collected', 'valid'],
    ['used', 'expired'],
    ['void', 'expired'],
    ['revoked', 'revoked'],
  ] as [DocumentStatus, string][])('that is %s is %s, on its last day too', (status, verdict) => {
    expect(verdictOf(record({ status }), 'AB')).toBe(verdict);
  });

  it('is expired from the day after', () => {
    expect(verdictOf(record({ today: '2026-02-01' }), 'AB')).toBe('expired');
  });

  it('tells nothing of its state to who has other lines', () => {
    for (const status of ['issued', 'collected', 'used', 'void', 'revoked'] as const)
      expect(verdictOf(record({ status }), 'AC')).toBe('differs-from-record');
    expect(verdictOf(undefined, 'AB')).toBe('not-found');
  });
});

it('lines are compared as they are read, not as they are typed', () => {
  expect(joinedLines(['pu idn', ' xa\n'])).toBe('PUIDNXA');
});

it('the bytes of a seal come back from hexadecimal and both kinds of base64', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 100, maxLength: 200 }), (array) => {
      const bytes = Buffer.from(array);
      expect(sealBytes(bytes.toString('hex'))).toEqual(bytes);
      fc.pre(!/^[0-9a-f]+$/i.test(bytes.toString('base64')));
      expect(sealBytes(bytes.toString('base64'))).toEqual(bytes);
      expect(sealBytes(bytes.toString('base64url'))).toEqual(bytes);
    }),
  );
  expect(sealBytes('not a seal!')).toBeNull();
});
