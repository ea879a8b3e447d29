import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { Topics } from '../platform/jobs/topics.js';
import { PostRounds } from '../posts/post-rounds.js';
import { AppointmentsService } from './appointments.service.js';
import { AutomaticBooking } from './automatic-booking.js';
import { NEVER_BOOKED_SQL, NOT_COME_SQL } from './bookings.sql.js';

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
