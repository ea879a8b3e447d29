import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Day, Instant } from './fields.js';

class Times {
  @Instant() at: string;
  @Day() day: string;
}

const faults = (at: string, day = '2026-01-16') =>
  validateSync(plainToInstance(Times, { at, day })).map(({ property }) => property);

describe('fields of time', () => {
  it.each(['2026-01-16T02:00:00.000Z', '2026-01-16T09:00:00+07:00', '2026-01-16T02:00Z'])('take %s', (at) => {
    expect(faults(at)).toEqual([]);
  });

  it.each([
    '2026-W05-3T02:00:00Z',
    '2026-123T02:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-16T02:00:00+23:00',
    '+12026-01-16T02:00:00Z',
    '2026-01-16T25:00:00Z',
    '2026-01-16',
  ])('refuse %s, which not everything behind them can read', (at) => {
    expect(faults(at)).toEqual(['at']);
  });

  it.each(['0000-01-01', '2026-02-30', '2026-W05-3', '20260116'])('refuse the day %s', (day) => {
    expect(faults('2026-01-16T02:00:00Z', day)).toEqual(['day']);
  });
});
