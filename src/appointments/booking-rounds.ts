import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { Topics } from '../platform/jobs/topics.js';
import { PostRounds } from '../posts/post-rounds.js';
import { AppointmentsService } from './appointments.service.js';
import { AutomaticBooking } from './automatic-booking.js';
import { NEVER_BOOKED_SQL, NOT_COME_SQL } from './bookings.sql.js';
import { DEFAULT_SERVICE } from './default-service.js';
import { SlotFilling } from './slots/slot-filling.service.js';
import { Unseated } from './slots/unseated.js';

/** People a round at each post; the next round takes the rest. */
const MOST = 1000;

/** What has to be done for appointments again and again, at every post. */
@Injectable()
export class BookingRounds implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly rounds: PostRounds,
    private readonly appointments: AppointmentsService,
    private readonly automatic: AutomaticBooking,
    private readonly filling: SlotFilling,
    private readonly unseated: Unseated,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('appointments.fill-slots', '7 * * * *', () => this.fillSlots());
    this.topics.schedule('appointments.carry-over', '*/15 * * * *', () => this.carryOver());
    this.topics.schedule('appointments.book-forgotten', '*/10 * * * *', () => this.bookForgotten());
  }

  /** Keeps the next two weeks planned, and nobody on a seat that is planned no longer. */
  fillSlots(): Promise<void> {
    return this.rounds.atEach(async (tx, postId) => {
      await this.filling.fill(tx, postId, DEFAULT_SERVICE);
      await this.unseated.announce(tx, postId, `fill-slots ${newId()}`);
    });
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
