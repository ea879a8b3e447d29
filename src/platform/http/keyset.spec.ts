import { Problem } from '../problems/problem.js';
import { keyset } from './keyset.js';

const after = (...values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
const id = '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11';

describe('keyset', () => {
  it('takes back what it gave, as PostgreSQL writes times', () => {
    for (const at of [
      '2026-01-16 02:00:00+00',
      '2026-01-16 09:00:00.123456+07',
      '2026-12-31 23:59:59.5-03:30',
    ])
      expect(keyset({ after: after(at, id) }, ['timestamptz', 'uuid']).after).toEqual([at, id]);
    expect(keyset({ after: after('2024-02-29') }, ['date']).after).toEqual(['2024-02-29']);
  });

  it.each([
    ['9999-99-99 99:99:99Z', 'timestamptz'],
    ['2026-02-30 00:00:00+00', 'timestamptz'],
    ['0000-01-01 00:00:00+00', 'timestamptz'],
    ['2026-01-16 02:00:00+99', 'timestamptz'],
    ['2026-13-01', 'date'],
    ['2026-02-30', 'date'],
    ['0000-01-01', 'date'],
  ] as const)('refuses %s, which the database could not read', (value, column) => {
    expect(() => keyset({ after: after(value) }, [column])).toThrow(Problem);
  });
});
