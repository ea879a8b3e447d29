/** Where a booking stands. `held` is kept for people who choose a time themselves. */
export type BookingStatus = 'held' | 'booked' | 'checked-in' | 'kept' | 'missed' | 'cancelled';

/** From which status a booking may go to which. Kept, missed and cancelled are its ends. */
export const BOOKING_TRANSITIONS: Record<BookingStatus, readonly BookingStatus[]> = {
  held: ['booked', 'cancelled'],
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

/** Days at a post, `YYYY-MM-DD`. */
export interface PostDays {
  today: string;
  /** The day that it was two hours ago: after midnight people still come who had a time just before. */
  since: string;
}

/** Whether somebody may check in: on the day of the slot, or on any day once told to come. */
export const mayCheckIn = (slotDay: string, { today, since }: PostDays, told: boolean): boolean =>
  told || (slotDay >= since && slotDay <= today);

/** Whether the person was told to come, whatever the day of the slot: by a call, or by a time of their own. */
export const wasTold = (booking: { calledForwardAt: Date | null; returnAt: Date | null }): boolean =>
  booking.calledForwardAt !== null || booking.returnAt !== null;

/** When the person is to come as far as they know, unless they are called: a time on paper, or when the post opens, counts first. */
export const timeTold = (booking: { returnAt: Date | null; startsAt: Date }): Date =>
  booking.returnAt ?? booking.startsAt;
