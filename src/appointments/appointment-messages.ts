import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../notifications/messages.service.js';
import type { Booking } from './bookings/booking.entity.js';
import type { BookingName } from './bookings/booking-records.js';
import { timeTold } from './bookings/booking-status.js';

/**
 * When to write: after some seconds; who is booked again at night, at six in the morning, but three hours before the time
 * at the latest. Parameters: post, seconds, the time.
 */
const WHEN_SQL = `
  SELECT greatest(now() + make_interval(secs => $2), least($3::timestamptz - interval '3 hours',
    (date_trunc('day', now() AT TIME ZONE time_zone) + interval '6 hours') AT TIME ZONE time_zone)) AS at
  FROM post WHERE id = $1`;

/** What is written of appointments: nobody can keep one that they do not know. Joins the caller's transaction. */
@Injectable()
export class AppointmentMessages {
  constructor(private readonly messages: Messages) {}

  /** To whoever was booked again. @param after seconds in which an officer may still think better of it */
  async bookedAgain(tx: EntityManager, booking: Booking, after: number): Promise<void> {
    const { id, postId, registrationId: recipientId } = booking;
    const at = timeTold(booking);
    const [when] = await tx.query<{ at: Date }[]>(WHEN_SQL, [postId, after, at]);
    await this.messages.queue(tx, {
      postId,
      recipientId,
      kind: 'appointment-booked',
      facts: { at: at.toISOString() },
      dueAt: when!.at,
      once: `appointment-booked ${id}`,
    });
  }

  /** To whoever has an appointment, or is on the way, on a day on which the post closes. */
  async postClosed(tx: EntityManager, booking: BookingName, day: string): Promise<void> {
    const { id, postId, registrationId: recipientId } = booking;
    const once = `post-closed ${id}`;
    await this.messages.queue(tx, { postId, recipientId, kind: 'post-closed', facts: { day }, once });
  }

  /** To whoever has another appointment than the one before. */
  async changed(tx: EntityManager, before: Booking, anew: Booking): Promise<void> {
    const { id, postId, registrationId: recipientId, startsAt } = anew;
    await this.messages.queue(tx, {
      postId,
      recipientId,
      kind: 'appointment-changed',
      facts: { at: startsAt.toISOString() },
      once: `appointment-changed ${before.id} ${id}`,
    });
  }
}
