import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MESSAGE_REPLIED } from '../../notifications/messages.topics.js';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { PeopleService } from '../../registrations/people.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import { AppointmentMessages } from '../appointment-messages.js';
import { AppointmentsService } from '../appointments.service.js';
import { BookingRecords } from '../bookings/booking-records.js';
import type { Booking } from '../bookings/booking.entity.js';
import { DECLINE_SQL, REPLY_SQL } from './calls.sql.js';

/** The local day after today, and the one after the day that the person was told. Parameter: booking. */
const DAYS_AFTER_SQL = `
  SELECT (date_trunc('day', now() AT TIME ZONE p.time_zone) + interval '1 day') AT TIME ZONE p.time_zone AS today,
    (date_trunc('day', coalesce(b.return_at, b.starts_at) AT TIME ZONE p.time_zone) + interval '1 day')
      AT TIME ZONE p.time_zone AS told
  FROM booking b JOIN post p ON p.id = b.post_id WHERE b.id = $1`;

const CALLS = new Set<unknown>(['come-to-zone', 'come-now', 'your-turn-missed']);
/** After which "I cannot come" means the day that they were told. */
const ABOUT_THE_DAY = new Set<unknown>([
  'come-at',
  'evening-before',
  'appointment-booked',
  'appointment-changed',
]);

/** What people answer to a call, or to the time they were told. Whoever cannot come is not called again that day. Safe to repeat. */
@Injectable()
export class CallReplies implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
    private readonly messages: AppointmentMessages,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(MESSAGE_REPLIED, 'appointments.reply', (replied) => this.take(replied));
  }

  /** People known by other ids than a registration's answer to other stages. */
  take({ postId, requestId, recipientId, kind, reply }: Announcement): Promise<void> {
    if (!CALLS.has(kind) && !ABOUT_THE_DAY.has(kind)) return Promise.resolve();
    const caller = systemCaller(postId, requestId);
    return this.database.transaction([postId], async (tx) => {
      const [known] = await tx.query<unknown[]>('SELECT FROM registration WHERE id = $1', [recipientId]);
      if (!known) return;
      const registration = await this.people.registrationForChange(tx, String(recipientId));
      const booking = await this.appointments.liveOf(tx, registration.id);
      if (booking?.status !== 'booked' || !isOpen(registration.status)) return;
      if (reply === 'cannot-come') await this.decline(tx, caller, booking, CALLS.has(kind));
      else if (reply === 'on-my-way' || reply === 'ten-minutes') await this.note(tx, caller, booking, reply);
    });
  }

  private async note(tx: EntityManager, caller: Caller, booking: Booking, reply: string): Promise<void> {
    const [noted] = await tx.query<[unknown[], number]>(REPLY_SQL, [booking.registrationId, reply]);
    if (noted.length > 0)
      await this.records.record(tx, caller, booking, 'appointment.call-answered', { reply });
  }

  /** An appointment on a later day stands; one that cannot be kept gives way to the earliest on a later day. */
  private async decline(tx: EntityManager, caller: Caller, booking: Booking, called: boolean): Promise<void> {
    const [after] = await tx.query<{ today: Date; told: Date }[]>(DAYS_AFTER_SQL, [booking.id]);
    const from = called ? after!.today : after!.told;
    await tx.query(DECLINE_SQL, [booking.id, from]);
    await this.records.record(tx, caller, booking, 'appointment.call-answered', { reply: 'cannot-come' });
    if (booking.startsAt >= from) return;
    await this.records.move(tx, caller, booking, 'cancelled');
    const { registrationId, postId, slot } = booking;
    const anew = await this.appointments.book(
      tx,
      caller,
      { id: registrationId, postId },
      { service: slot.service.code, from },
    );
    await this.messages.changed(tx, booking, anew);
  }
}
