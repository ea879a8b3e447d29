import { addDays, validityFault } from './document-validity.js';

describe('validityFault', () => {
  it.each([
    ['2026-01-16', 'in-the-past'],
    ['2026-01-15', 'in-the-past'],
    ['2026-01-17', undefined],
    ['2026-03-17', undefined],
    ['2026-03-18', 'too-far-ahead'],
  ])('of %s on 2026-01-16 is %s', (validUntil, fault) => {
    expect(validityFault(validUntil, '2026-01-16')).toBe(fault);
  });

  it('counts days across months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 15)).toBe('2027-01-15');
  });
});
