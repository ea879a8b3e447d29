export type BookingStatus = 'booked' | 'checked-in' | 'kept' | 'missed' | 'cancelled';

/** From which status a booking may go to which. Kept, missed and cancelled are its ends. */
export const BOOKING_TRANSITIONS: Record<BookingStatus, readonly BookingStatus[]> = {
  booked: ['checked-in', 'missed', 'cancelled'],
  'checked-in': ['kept', 'missed'],
  kept: [],
  missed: [],
  cancelled: [],
};

export const mayBecome = (from: BookingStatus, to: BookingStatus): boolean =>
  BOOKING_TRANSITIONS[from].includes(to);

/** Whether the person still has this appointment: nobody has two such bookings (`one_live_booking_per_person`). */
export const isLive = (status: BookingStatus): boolean => BOOKING_TRANSITIONS[status].length > 0;

/** So near to midnight the day on the other side counts too: where work goes on, people come early and late over it. */
export const NEAR_MIDNIGHT_HOURS = 2;

/** When the person is to come as far as they know, unless they are called: a time on paper, or when the post opens, counts first. */
export const timeTold = (booking: { returnAt: Date | null; startsAt: Date }): Date =>
  booking.returnAt ?? booking.startsAt;
