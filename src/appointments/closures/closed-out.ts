import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../../notifications/messages.service.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { GroupReader } from '../../registrations/groups/group-reader.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { isOpen } from '../../registrations/registration-status.js';
import { AppointmentsService } from '../appointments.service.js';
import type { Booking } from '../booking.entity.js';
import { BookingRecords } from '../booking-records.js';
import { GroupBooking } from '../group-booking.js';
import { POST_CLOSED } from './closures.service.js';
import { CLOSED_OUT_SQL, LOCAL_DAY_SQL } from './closures.sql.js';
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
    private readonly people: PeopleService,
    private readonly groups: GroupReader,
    private readonly group: GroupBooking,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
    private readonly calls: StoppedCalls,
    private readonly messages: Messages,
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
    for (const { id } of waiting)
      await this.database.transaction([postId], (tx) => this.moveTogether(tx, closed, id));
  }

  private async moveTogether(tx: EntityManager, closed: Announcement, registrationId: string): Promise<void> {
    await this.group.hold(tx, registrationId);
    const service = (await this.appointments.liveOf(tx, registrationId))?.slot.service.code;
    if (service === undefined) return;
    const moved: { registration: Registration; before: Booking }[] = [];
    for (const id of await this.groups.groupOf(tx, registrationId)) {
      const before = await this.appointments.liveOf(tx, id);
      if (before?.status !== 'booked' || before.slot.service.code !== service) continue;
      if (await isClosed(tx, before, closed['closureId']))
        moved.push({ registration: await this.people.registration(tx, id), before });
    }
    const caller = systemCaller(closed.postId, closed.requestId);
    for (const { before } of moved) await this.records.move(tx, caller, before, 'cancelled');
    const open = moved.filter(({ registration }) => isOpen(registration.status));
    const people = open.map(({ registration }) => registration);
    const anew = await this.group.bookAgain(tx, caller, people, service);
    for (const [index, { before }] of open.entries()) await this.tell(tx, before, anew[index]!);
  }

  private async tell(tx: EntityManager, before: Booking, anew: Booking): Promise<void> {
    const { postId, registrationId: recipientId } = anew;
    const [local] = await tx.query<{ day: string }[]>(LOCAL_DAY_SQL, [postId, before.startsAt]);
    await this.messages.queue(
      tx,
      {
        postId,
        recipientId,
        kind: 'post-closed',
        facts: { day: local!.day },
        once: `post-closed ${before.id}`,
      },
      {
        postId,
        recipientId,
        kind: 'appointment-changed',
        facts: { at: anew.startsAt.toISOString() },
        once: `appointment-changed ${before.id} ${anew.id}`,
      },
    );
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
