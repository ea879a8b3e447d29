import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { AppointmentMessages } from '../appointment-messages.js';
import type { Booking } from '../bookings/booking.entity.js';
import { MovedTogether } from '../together/moved-together.js';
import { IS_UNSEATED_SQL, UNSEATED_SQL } from '../slots/slots.sql.js';

/** Published when people have a seat that is planned no longer. */
export const SEATS_UNPLANNED = 'appointments.seats-unplanned';

/**
 * Books everybody again whose seat is planned no longer, because the post has other hours, a holiday or a counter less:
 * those in more need first, people who registered together where possible together. They are told the new time.
 */
@Injectable()
export class Unseated implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly together: MovedTogether,
    private readonly messages: AppointmentMessages,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(SEATS_UNPLANNED, 'appointments.book-unseated', (payload) =>
      this.bookAgain(payload),
    );
  }

  /** Has them booked again by a job, where there are any. Joins the caller's transaction. @returns how many they are */
  async announce(tx: EntityManager, postId: string, requestId: string): Promise<number> {
    const people = await this.find(tx, postId);
    if (people.length > 0) await this.topics.publish(tx, SEATS_UNPLANNED, { postId, requestId });
    return people.length;
  }

  /** Safe to repeat. A failure keeps nobody else from a new time, and fails the job in the end. */
  async bookAgain({ postId, requestId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    const waiting = await this.database.transaction([postId], (tx) => this.find(tx, postId));
    await eachInTurn(waiting, ({ id }) =>
      this.database.transaction([postId], async (tx) => {
        const isLost = async ({ id: bookingId }: Booking) =>
          (await tx.query<unknown[]>(IS_UNSEATED_SQL, [postId, bookingId])).length > 0;
        for (const { before, anew } of await this.together.move(tx, caller, id, isLost))
          await this.messages.changed(tx, before, anew);
      }),
    );
  }

  private find(tx: EntityManager, postId: string): Promise<{ id: string }[]> {
    return tx.query(UNSEATED_SQL, [postId]);
  }
}
