import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { eachInTurn } from '../platform/jobs/each-in-turn.js';
import { Topics } from '../platform/jobs/topics.js';
import { PostsService } from '../posts/posts.service.js';
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
    private readonly posts: PostsService,
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
  async fillSlots(): Promise<void> {
    for (const { id } of await this.posts.all())
      await this.database.transaction([id], async (tx) => {
        await this.filling.fill(tx, id, DEFAULT_SERVICE);
        await this.unseated.announce(tx, id, `fill-slots ${newId()}`);
      });
  }

  /** Books again whoever did not come on their day. */
  carryOver(): Promise<void> {
    return this.eachPerson(NOT_COME_SQL, (postId, bookingId) =>
      this.database.transaction([postId], async (tx) => {
        const caller = systemCaller(postId, `carry-over ${newId()}`);
        await this.appointments.miss(tx, caller, bookingId);
      }),
    );
  }

  /** Books whoever should have been booked long ago and was not, so that nobody is lost with a lost job. */
  bookForgotten(): Promise<void> {
    return this.eachPerson(NEVER_BOOKED_SQL, (postId, registrationId) =>
      this.automatic.bookAssessed({ postId, requestId: `book-forgotten ${newId()}`, registrationId }),
    );
  }

  private async eachPerson(sql: string, work: (postId: string, id: string) => Promise<void>): Promise<void> {
    const found = [];
    for (const { id: postId } of await this.posts.all()) {
      const people = await this.database.transaction([postId], (tx) =>
        tx.query<{ id: string }[]>(sql, [postId, MOST]),
      );
      found.push(...people.map(({ id }) => ({ postId, id })));
    }
    await eachInTurn(found, ({ postId, id }) => work(postId, id));
  }
}
