import { BOOKING_TRANSITIONS, type BookingStatus, isLive, mayBecome, mayCheckIn } from './booking-status.js';

const STATUSES = Object.keys(BOOKING_TRANSITIONS) as BookingStatus[];

describe('the status of a booking', () => {
  it('has ends that nothing leads out of', () => {
    for (const end of ['kept', 'missed', 'cancelled'] as const)
      for (const to of STATUSES) expect(mayBecome(end, to)).toBe(false);
  });

  it('is live exactly until such an end', () => {
    expect(STATUSES.filter(isLive)).toEqual(['held', 'booked', 'checked-in']);
  });

  it('can be cancelled before, but not after, the person has come', () => {
    expect(mayBecome('booked', 'cancelled')).toBe(true);
    expect(mayBecome('checked-in', 'cancelled')).toBe(false);
  });
});

it('people may check in on the day of the slot, and on any day once called forward', () => {
  const days = { today: '2026-01-16', since: '2026-01-16' };
  expect(mayCheckIn('2026-01-16', days, false)).toBe(true);
  expect(mayCheckIn('2026-01-17', days, false)).toBe(false);
  expect(mayCheckIn('2026-01-15', days, false)).toBe(false);
  expect(mayCheckIn('2026-01-19', days, true)).toBe(true);
});

it('people may still check in shortly after midnight for a time before it', () => {
  const days = { today: '2026-01-17', since: '2026-01-16' };
  expect(mayCheckIn('2026-01-16', days, false)).toBe(true);
  expect(mayCheckIn('2026-01-15', days, false)).toBe(false);
});
