import type { AppointmentResponse } from './appointments.dto.js';
import type { Booking } from './bookings/booking.entity.js';

/** What is told of a booking. @param booking with its slot and the slot's service */
export const toAppointmentResponse = ({ slot, ...booking }: Booking): AppointmentResponse => ({
  id: booking.id,
  registrationId: booking.registrationId,
  service: slot.service.code,
  startsAt: slot.startsAt.toISOString(),
  endsAt: slot.endsAt.toISOString(),
  status: booking.status,
  calledForwardAt: booking.calledForwardAt?.toISOString() ?? null,
  returnAt: booking.returnAt?.toISOString() ?? null,
  wantsEarlier: booking.wantsEarlierSince !== null,
  version: booking.version,
});
