import type { Booking } from './booking.entity.js';
import { Problem } from '../../platform/problems/problem.js';
import { bookingForToday } from './booking-for-today.js';

const DAY = { today: '2026-01-16', timeZone: 'Asia/Phnom_Penh' };
const build = (overrides: Partial<Booking>): Booking =>
  ({
    status: 'booked',
    startsAt: new Date('2026-01-16T02:00:00Z'),
    calledForwardAt: null,
    returnAt: null,
    ...overrides,
  }) as Booking;

describe('bookingForToday', () => {
  it.each([
    ['today', {}],
    ['today at the post, yesterday in UTC', { startsAt: new Date('2026-01-15T17:00:00Z') }],
    ['early tomorrow, late today', { startsAt: new Date('2026-01-16T17:12:00Z') }],
    ['late yesterday, early today', { startsAt: new Date('2026-01-15T16:48:00Z') }],
    [
      'another day, called forward',
      { startsAt: new Date('2026-01-20T02:00:00Z'), calledForwardAt: new Date() },
    ],
    [
      'another day, told a time of their own',
      { startsAt: new Date('2026-01-20T02:00:00Z'), returnAt: new Date() },
    ],
    [
      'an earlier day, checked in and not served',
      { startsAt: new Date('2026-01-15T02:00:00Z'), status: 'checked-in' as const },
    ],
  ])('lets somebody in with an appointment %s', (_, overrides) => {
    const booking = build(overrides);
    expect(bookingForToday(booking, DAY, 'en')).toBe(booking);
  });

  it.each([
    ['tomorrow, not near midnight', '2026-01-16T19:01:00Z'],
    ['yesterday, not near midnight', '2026-01-15T14:59:00Z'],
  ])('refuses somebody with an appointment %s', (_, startsAt) => {
    expect(() => bookingForToday(build({ startsAt: new Date(startsAt) }), DAY, 'en')).toThrow(
      'no-appointment-today',
    );
  });

  it('says the day and the time at the post otherwise, in the language of the caller', () => {
    const tomorrow = build({ startsAt: new Date('2026-01-16T19:00:00Z') });
    const refused = (locale: string): Problem => {
      try {
        bookingForToday(tomorrow, DAY, locale);
      } catch (error) {
        return error as Problem;
      }
      throw new Error('not refused');
    };
    expect(refused('en').options.params).toEqual({ day: 'Saturday 17 January', time: '02:00' });
    expect(refused('id').options.params).toEqual({ day: 'Sabtu, 17 Januari', time: '02.00' });
  });

  it('refuses without an appointment', () => {
    expect(() => bookingForToday(undefined, DAY, 'en')).toThrow('no-appointment');
  });
});
