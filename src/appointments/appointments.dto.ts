import { Choice, Count, Flag, Id, Instant, Text } from '../platform/http/fields.js';
import { BOOKING_TRANSITIONS, type BookingStatus } from './bookings/booking-status.js';

const STATUSES = Object.keys(BOOKING_TRANSITIONS) as BookingStatus[];

export class AppointmentRequest {
  @Id({ optional: true, description: 'The slot wished for; the earliest with a free seat if not given.' })
  slotId?: string;
}

export class AppointmentResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Text({ max: 40, example: 'identity' }) service: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Choice(STATUSES, { example: 'booked' }) status: BookingStatus;
  @Instant({ nullable: true, description: 'When the person was told to come now, whatever the time above.' })
  calledForwardAt: string | null;
  @Instant({
    nullable: true,
    description:
      'A time that the person was told instead of the one above: on paper, or when the post opens.',
  })
  returnAt: string | null;
  @Flag({ description: 'Whether the person would come earlier.' }) wantsEarlier: boolean;
  @Count({ example: 1 }) version: number;
}
