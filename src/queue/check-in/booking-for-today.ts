import type { Booking } from '../../appointments/booking.entity.js';
import { mayCheckIn, NEAR_MIDNIGHT_HOURS, wasTold } from '../../appointments/booking-status.js';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { DAY, formatInstant, TIME } from '../../platform/i18n/formats.js';
import { Problem } from '../../platform/problems/problem.js';
import type { DayAt } from './number-issue.sql.js';

/**
 * The booking with which a person can come in today. Whoever has checked in for it before, and was not served, can come
 * with it on any day.
 * @param locale the language in which the problem names day and time
 * @throws Problem `no-appointment`, `no-appointment-today` (409), with the day and time of the appointment
 */
export function bookingForToday(
  booking: Booking | undefined,
  { today, timeZone }: DayAt,
  locale: string,
): Booking {
  if (!booking) throw new Problem('conflict', 'no-appointment');
  const dayNear = (hours: number) =>
    calendarDay(new Date(booking.startsAt.getTime() + hours * 3_600_000), timeZone);
  const days = { first: dayNear(-NEAR_MIDNIGHT_HOURS), last: dayNear(NEAR_MIDNIGHT_HOURS) };
  if (booking.status === 'checked-in' || mayCheckIn(days, today, wasTold(booking))) return booking;
  throw new Problem('conflict', 'no-appointment-today', {
    params: dayAndTime(booking.startsAt, locale, timeZone),
  });
}

/** For people to read, in the post's zone. */
export function dayAndTime(at: Date, locale: string, timeZone: string): { day: string; time: string } {
  const instant = at.toISOString();
  return {
    day: formatInstant(instant, locale, timeZone, DAY),
    time: formatInstant(instant, locale, timeZone, TIME),
  };
}
