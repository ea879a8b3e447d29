import { scheduledTimeFault } from './scheduled-time.js';

describe('the time of a journey', () => {
  const now = new Date('2026-01-20T10:00:00Z');
  it.each([
    ['2026-01-19T10:00:00Z', undefined],
    ['2026-01-19T09:59:59Z', 'in-the-past'],
    ['2026-02-01T00:00:00+07:00', undefined],
    ['2027-01-21T10:00:00Z', undefined],
    ['2027-01-21T10:00:01Z', 'too-far-ahead'],
  ])('%s: %s', (scheduledAt, fault) => expect(scheduledTimeFault(new Date(scheduledAt), now)).toBe(fault));

  it('may lie further back where a journey is found to have been moved', () => {
    expect(scheduledTimeFault(new Date('2025-12-20T10:00:00Z'), now, 'move')).toBeUndefined();
    expect(scheduledTimeFault(new Date('2025-12-20T09:59:59Z'), now, 'move')).toBe('in-the-past');
  });
});
