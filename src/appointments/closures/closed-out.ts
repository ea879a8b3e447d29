import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { dayAt } from '../../posts/day-at.js';
import { AppointmentMessages } from '../appointment-messages.js';
import type { Booking } from '../bookings/booking.entity.js';
import { POST_CLOSED } from './closures.service.js';
import { CLOSED_OUT_SQL } from './closures.sql.js';
import { MovedTogether } from '../together/moved-together.js';
import { StoppedCalls } from './stopped-calls.js';

/**
 * Books everybody again whose seat lies in a closure, those in more need first, people who registered together in one
 * transaction and where possible together, and tells them: that the post is closed, and the new time. Whoever was called
 * and has not come is told to stay. Safe to repeat.
 */
@Injectable()
export class ClosedOut implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly together: MovedTogether,
    private readonly calls: StoppedCalls,
    private readonly messages: AppointmentMessages,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(POST_CLOSED, 'appointments.book-closed-out', (closed) => this.bookAgain(closed));
  }

  async bookAgain(closed: Announcement): Promise<void> {
    const { postId, closureId } = closed;
    await this.database.transaction([postId], (tx) => this.calls.stop(tx, closed));
    const waiting = await this.database.transaction([postId], (tx) =>
      tx.query<{ id: string }[]>(CLOSED_OUT_SQL, [closureId]),
    );
    await eachInTurn(waiting, ({ id }) =>
      this.database.transaction([postId], (tx) => this.moveTogether(tx, closed, id)),
    );
  }

  private async moveTogether(tx: EntityManager, closed: Announcement, registrationId: string): Promise<void> {
    const caller = systemCaller(closed.postId, closed.requestId);
    const isLost = (booking: Booking) => isClosed(tx, booking, closed['closureId']);
    for (const { before, anew } of await this.together.move(tx, caller, registrationId, isLost)) {
      await this.messages.postClosed(tx, before, await dayAt(tx, before.postId, before.startsAt));
      await this.messages.changed(tx, before, anew);
    }
  }
}

async function isClosed(
  tx: EntityManager,
  { slotId, seatNumber }: Booking,
  closureId: unknown,
): Promise<boolean> {
  const closed = await tx.query<unknown[]>(
    'SELECT FROM seat WHERE slot_id = $1 AND number = $2 AND closure_id = $3',
    [slotId, seatNumber, closureId],
  );
  return closed.length > 0;
}
