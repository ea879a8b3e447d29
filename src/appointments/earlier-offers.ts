import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Messages } from '../notifications/messages.service.js';
import { systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { Topics } from '../platform/jobs/topics.js';
import { PostsService } from '../posts/posts.service.js';
import { PeopleService } from '../registrations/people.service.js';
import { isOpen } from '../registrations/registration-status.js';
import { AppointmentsService } from './appointments.service.js';
import { BookingRecords } from './booking-records.js';
import { EARLIER_SLOT_SQL, WANT_EARLIER_SQL } from './own/own-appointment.sql.js';

/** People a round at each post. */
const MOST = 50;

/**
 * Gives seats that became free to people who would come earlier, those in more need first. Their own seat goes on to the
 * next of them. They are told, and have hours to set out; a wish counts once.
 */
@Injectable()
export class EarlierOffers implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('appointments.offer-earlier', '*/5 * * * *', () => this.offer());
  }

  async offer(): Promise<void> {
    for (const { id: postId } of await this.posts.all()) {
      const waiting = await this.database.transaction([postId], (tx) =>
        tx.query<{ id: string }[]>(WANT_EARLIER_SQL, [postId, MOST]),
      );
      for (const { id } of waiting) await this.move(postId, id);
    }
  }

  private move(postId: string, registrationId: string): Promise<void> {
    const caller = systemCaller(postId, `offer-earlier ${newId()}`);
    return this.database.transaction([postId], async (tx) => {
      const registration = await this.people.registrationForChange(tx, registrationId);
      const booking = await this.appointments.liveOf(tx, registrationId);
      if (booking?.status !== 'booked' || !isOpen(registration.status)) return;
      const [slot] = await tx.query<{ id: string }[]>(EARLIER_SLOT_SQL, [
        postId,
        booking.serviceTypeId,
        booking.startsAt,
      ]);
      if (!slot) return;
      await this.records.move(tx, caller, booking, 'cancelled');
      const wish = { slotId: slot.id, service: booking.slot.service.code, chosen: true };
      const anew = await this.appointments.book(tx, caller, registration, wish);
      await this.messages.queue(tx, {
        postId,
        recipientId: registrationId,
        kind: 'appointment-changed',
        facts: { at: anew.startsAt.toISOString() },
        once: `appointment-changed ${booking.id} ${anew.id}`,
      });
    });
  }
}
