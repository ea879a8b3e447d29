import { calendarDay } from '../../platform/clock/calendar-day.js';
import { dayAndTime } from '../../platform/i18n/formats.js';
import { Problem } from '../../platform/problems/problem.js';
import type { Booking } from './booking.entity.js';
import { NEAR_MIDNIGHT_HOURS } from './booking-status.js';

/** The day at a post, and its zone. */
export interface DayAt {
  /** `YYYY-MM-DD` */
  today: string;
  timeZone: string;
}

/**
 * The booking with which a person can come in today: on the day of its slot, or on any day once they were told to come, by
 * a call or by a time of their own. Whoever has checked in for it before, and was not served, can come with it on any day.
 * @param locale the language in which the problem names day and time
 * @throws Problem `no-appointment`, `no-appointment-today` (409), with the day and time of the appointment
 */
export function bookingForToday(
  booking: Booking | undefined,
  { today, timeZone }: DayAt,
  locale: string,
): Booking {
  if (!booking) throw new Problem('conflict', 'no-appointment');
  const { status, startsAt, calledForwardAt, returnAt } = booking;
  const dayNear = (hours: number) => calendarDay(new Date(startsAt.getTime() + hours * 3_600_000), timeZone);
  const isItsDay = dayNear(-NEAR_MIDNIGHT_HOURS) <= today && today <= dayNear(NEAR_MIDNIGHT_HOURS);
  if (isItsDay || calledForwardAt || returnAt || status === 'checked-in') return booking;
  throw new Problem('conflict', 'no-appointment-today', { params: dayAndTime(startsAt, locale, timeZone) });
}
