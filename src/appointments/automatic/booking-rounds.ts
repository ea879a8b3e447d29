import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostRounds } from '../../posts/post-rounds.js';
import { AppointmentsService } from '../appointments.service.js';
import { NEAR_MIDNIGHT_HOURS } from '../bookings/booking-status.js';
import { AutomaticBooking } from './automatic-booking.js';

const LATE = `interval '${NEAR_MIDNIGHT_HOURS} hours'`;

/** Bookings to which nobody came, of days that are over at the post, as is the day told on paper, and not only just. Parameters: post, how many. */
const NOT_COME_SQL = `
  SELECT b.id FROM booking b JOIN post p ON p.id = b.post_id
  WHERE b.post_id = $1 AND b.status = 'booked'
    AND greatest(b.starts_at, b.return_at) < least(now() - ${LATE},
      date_trunc('day', now() AT TIME ZONE p.time_zone) AT TIME ZONE p.time_zone)
  ORDER BY b.band_rank, b.starts_at, b.id LIMIT $2`;

/** Open registrations, some minutes old, that were never booked: a job must have been lost. Parameters: post, how many. */
const NEVER_BOOKED_SQL = `
  SELECT r.id FROM registration r
  WHERE r.post_id = $1 AND r.status IN ('received', 'active') AND r.received_at < now() - interval '5 minutes'
    AND NOT EXISTS (SELECT FROM booking b WHERE b.registration_id = r.id)
  ORDER BY r.received_at, r.id LIMIT $2`;

/** People a round at each post; the next round takes the rest. */
const MOST = 1000;

/** Books, again and again at every post, whoever should have an appointment and has none. */
@Injectable()
export class BookingRounds implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly rounds: PostRounds,
    private readonly appointments: AppointmentsService,
    private readonly automatic: AutomaticBooking,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('appointments.carry-over', '*/15 * * * *', () => this.carryOver());
    this.topics.schedule('appointments.book-forgotten', '*/10 * * * *', () => this.bookForgotten());
  }

  /** Books again whoever did not come on their day. */
  carryOver(): Promise<void> {
    return this.rounds.each(NOT_COME_SQL, MOST, (postId, bookingId) =>
      this.database.transaction([postId], async (tx) => {
        const caller = systemCaller(postId, `carry-over ${newId()}`);
        await this.appointments.miss(tx, caller, bookingId);
      }),
    );
  }

  /** Books whoever should have been booked long ago and was not, so that nobody is lost with a lost job. */
  bookForgotten(): Promise<void> {
    return this.rounds.each(NEVER_BOOKED_SQL, MOST, (postId, registrationId) =>
      this.automatic.bookAssessed({ postId, requestId: `book-forgotten ${newId()}`, registrationId }),
    );
  }
}
