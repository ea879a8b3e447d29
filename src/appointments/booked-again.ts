import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../notifications/messages.service.js';
import type { Booking } from './booking.entity.js';

/**
 * When to write: after some seconds; who is booked again at night, at six in the morning, but three hours before the time
 * at the latest. Parameters: post, seconds, the time.
 */
const WHEN_SQL = `
  SELECT greatest(now() + make_interval(secs => $2), least($3::timestamptz - interval '3 hours',
    (date_trunc('day', now() AT TIME ZONE time_zone) + interval '6 hours') AT TIME ZONE time_zone)) AS at
  FROM post WHERE id = $1`;

/** Writes the new time to whoever was booked again: nobody can keep an appointment that they do not know. */
@Injectable()
export class BookedAgain {
  constructor(private readonly messages: Messages) {}

  /** Joins the caller's transaction. @param after seconds in which an officer may still think better of it */
  async tell(tx: EntityManager, booking: Booking, after: number): Promise<void> {
    const { id, postId, registrationId: recipientId, startsAt } = booking;
    const [when] = await tx.query<{ at: Date }[]>(WHEN_SQL, [postId, after, startsAt]);
    await this.messages.queue(tx, {
      postId,
      recipientId,
      kind: 'appointment-booked',
      facts: { at: startsAt.toISOString() },
      dueAt: when!.at,
      once: `appointment-booked ${id}`,
    });
  }
}
