import { BOOKING_TRANSITIONS, type BookingStatus, isLive, mayBecome, mayCheckIn } from './booking-status.js';

const STATUSES = Object.keys(BOOKING_TRANSITIONS) as BookingStatus[];

describe('the status of a booking', () => {
  it('has ends that nothing leads out of', () => {
    for (const end of ['kept', 'missed', 'cancelled'] as const)
      for (const to of STATUSES) expect(mayBecome(end, to)).toBe(false);
  });

  it('is live exactly until such an end', () => {
    expect(STATUSES.filter(isLive)).toEqual(['booked', 'checked-in']);
  });

  it('can be cancelled before, but not after, the person has come', () => {
    expect(mayBecome('booked', 'cancelled')).toBe(true);
    expect(mayBecome('checked-in', 'cancelled')).toBe(false);
  });
});

it('people may check in on the day of the slot, and on any day once called forward', () => {
  const days = { first: '2026-01-16', last: '2026-01-16' };
  expect(mayCheckIn(days, '2026-01-16', false)).toBe(true);
  expect(mayCheckIn(days, '2026-01-15', false)).toBe(false);
  expect(mayCheckIn(days, '2026-01-17', false)).toBe(false);
  expect(mayCheckIn(days, '2026-01-13', true)).toBe(true);
});

it('people may check in on both days for a time near midnight', () => {
  const days = { first: '2026-01-16', last: '2026-01-17' };
  for (const today of ['2026-01-16', '2026-01-17']) expect(mayCheckIn(days, today, false)).toBe(true);
  for (const today of ['2026-01-15', '2026-01-18']) expect(mayCheckIn(days, today, false)).toBe(false);
});
