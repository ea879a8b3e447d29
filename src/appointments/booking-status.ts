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

/** The days at the post on which somebody may come for a time, `YYYY-MM-DD`: one, or two where it is near midnight. */
export interface SlotDays {
  first: string;
  last: string;
}

/** Whether somebody may check in: on the day of the slot, or on any day once told to come. */
export const mayCheckIn = ({ first, last }: SlotDays, today: string, told: boolean): boolean =>
  told || (today >= first && today <= last);

/** Whether the person was told to come, whatever the day of the slot: by a call, or by a time of their own. */
export const wasTold = (booking: { calledForwardAt: Date | null; returnAt: Date | null }): boolean =>
  booking.calledForwardAt !== null || booking.returnAt !== null;

/** When the person is to come as far as they know, unless they are called: a time on paper, or when the post opens, counts first. */
export const timeTold = (booking: { returnAt: Date | null; startsAt: Date }): Date =>
  booking.returnAt ?? booking.startsAt;
