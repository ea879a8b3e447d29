import fc from 'fast-check';
import { dayAfter } from '../../platform/clock/calendar-day.js';
import { validityEnd, validityFault } from './document-validity.js';

const today = '2026-01-16';

describe('the validity of a document', () => {
  it.each([
    [{ validUntil: '2026-01-16' }, 'in-the-past'],
    [{ validUntil: '2026-01-17' }, undefined],
    [{ validUntil: '2026-01-31' }, undefined],
    [{ validUntil: '2026-02-01' }, 'validity-unexplained'],
    [{ validUntil: '2026-02-01', validityReason: 'medical' as const }, undefined],
    [{ validUntil: '2026-03-17', validityReason: 'medical' as const }, undefined],
    [{ validUntil: '2026-03-18', validityReason: 'medical' as const }, 'too-far-ahead'],
    [{ journeyOn: '2026-01-15' }, 'in-the-past'],
    [{ journeyOn: '2026-01-29' }, undefined],
    [{ journeyOn: '2026-01-30' }, 'validity-unexplained'],
    [{ journeyOn: '2026-01-25', validUntil: '2026-01-24' }, 'before-journey'],
  ])('%j on 2026-01-16 is %s', (asked, code) => {
    expect(validityFault({ today, ...asked })?.code).toBe(code);
  });

  it('is the journey and two days, or fifteen days, unless asked otherwise', () => {
    expect(validityEnd({ today, journeyOn: '2026-01-20' })).toBe('2026-01-22');
    expect(validityEnd({ today })).toBe('2026-01-31');
    expect(validityEnd({ today, journeyOn: '2026-01-20', validUntil: '2026-01-21' })).toBe('2026-01-21');
  });

  it('is never longer than is usual without a reason', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 100 }), (days) => {
        const fault = validityFault({ today, validUntil: dayAfter(today, days) });
        return (fault === undefined) === (days >= 1 && days <= 15);
      }),
    );
  });
});
