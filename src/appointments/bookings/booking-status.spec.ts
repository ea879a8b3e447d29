import { BOOKING_TRANSITIONS, type BookingStatus, isLive, mayBecome } from './booking-status.js';

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
