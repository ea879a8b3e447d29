import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../../notifications/messages.service.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { PeopleService } from '../../registrations/people.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import { AppointmentsService } from '../appointments.service.js';
import { BookingRecords } from '../booking-records.js';
import { POST_CLOSED } from './closures.service.js';
import { CALLED_INTO_IT_SQL, CLOSED_OUT_SQL, LOCAL_DAY_SQL } from './closures.sql.js';

/**
 * Books everybody again whose seat lies in a closure, those in more need first, each in a transaction of their own, and
 * tells them: that the post is closed, and the new time. Whoever was called and has not come is told to stay. Safe to repeat.
 */
@Injectable()
export class ClosedOut implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(POST_CLOSED, 'appointments.book-closed-out', (closed) => this.bookAgain(closed));
  }

  async bookAgain(closed: Announcement): Promise<void> {
    const { postId, closureId } = closed;
    await this.database.transaction([postId], (tx) => this.stopCalls(tx, closed));
    const waiting = await this.database.transaction([postId], (tx) =>
      tx.query<{ id: string }[]>(CLOSED_OUT_SQL, [closureId]),
    );
    for (const { id } of waiting)
      await this.database.transaction([postId], (tx) => this.moveOne(tx, closed, id));
  }

  private async moveOne(
    tx: EntityManager,
    { postId, requestId, closureId }: Announcement,
    registrationId: string,
  ): Promise<void> {
    const registration = await this.people.registrationForChange(tx, registrationId);
    const booking = await this.appointments.liveOf(tx, registrationId);
    if (booking?.status !== 'booked' || !(await this.isClosed(tx, booking, closureId))) return;
    const caller = systemCaller(postId, requestId);
    await this.records.move(tx, caller, booking, 'cancelled');
    if (!isOpen(registration.status)) return;
    const { code: service } = booking.slot.service;
    const anew = await this.appointments.book(tx, caller, registration, { service });
    const told = { postId, recipientId: registrationId };
    await this.messages.queue(
      tx,
      {
        ...told,
        kind: 'post-closed',
        facts: { day: await this.localDay(tx, postId, booking.startsAt) },
        once: `post-closed ${booking.id}`,
      },
      {
        ...told,
        kind: 'appointment-changed',
        facts: { at: anew.startsAt.toISOString() },
        once: `appointment-changed ${booking.id} ${anew.id}`,
      },
    );
  }

  private async stopCalls(tx: EntityManager, { postId, requestId, closureId }: Announcement): Promise<void> {
    const [stopped] = await tx.query<[{ id: string; registrationId: string; attempt: number }[], number]>(
      CALLED_INTO_IT_SQL,
      [postId, closureId],
    );
    if (stopped.length === 0) return;
    const caller = systemCaller(postId, requestId);
    const [{ now }] = (await tx.query<{ now: Date }[]>('SELECT now()')) as [{ now: Date }];
    const day = await this.localDay(tx, postId, now);
    for (const { id, registrationId, attempt } of stopped) {
      const detail = { attempt, reason: 'post-closed' };
      await this.records.record(
        tx,
        caller,
        { id, registrationId, postId },
        'appointment.call-withdrawn',
        detail,
      );
      await this.messages.queue(tx, {
        postId,
        recipientId: registrationId,
        kind: 'post-closed',
        facts: { day },
        once: `post-closed ${id}`,
      });
    }
  }

  private async isClosed(
    tx: EntityManager,
    { slotId, seatNumber }: { slotId: string; seatNumber: number },
    closureId: Announcement[string] | undefined,
  ): Promise<boolean> {
    const closed = await tx.query<unknown[]>(
      'SELECT FROM seat WHERE slot_id = $1 AND number = $2 AND closure_id = $3',
      [slotId, seatNumber, closureId],
    );
    return closed.length > 0;
  }

  private async localDay(tx: EntityManager, postId: string, at: Date): Promise<string> {
    return (await tx.query<[{ day: string }]>(LOCAL_DAY_SQL, [postId, at]))[0].day;
  }
}
