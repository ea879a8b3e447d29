import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Translator } from '../../platform/i18n/translator.js';
import { notFound } from '../../platform/problems/problem.js';
import { AppointmentsService } from '../appointments.service.js';
import { BookingRecords } from '../bookings/booking-records.js';
import type { Booking } from '../bookings/booking.entity.js';
import { timeTold } from '../bookings/booking-status.js';
import { calendarFile } from './calendar-file.js';

/** Whoever moves an appointment has another booking: the first one names the entry for good, and every change counts. */
const ENTRY_SQL = `
  SELECT (array_agg(id ORDER BY booked_at, id))[1] AS id, sum(version)::int AS sequence
  FROM booking WHERE registration_id = $1`;

/** The person's appointment as a file for a calendar. */
@Injectable()
export class OwnCalendar {
  constructor(
    private readonly database: Database,
    private readonly kept: KeptCase,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  /**
   * Where the last one was cancelled, and its time is still to come, the file takes it out of the calendar again.
   * @throws Problem `not-found` where there is none of either, and under duress
   */
  file(caller: Caller): Promise<string> {
    return this.database.transaction(caller.posts, async (tx) => {
      const booking = await this.filed(tx, caller);
      if (!booking) throw notFound();
      await this.records.record(tx, caller, booking, 'appointment.read-by-owner');
      const summary = this.translator.translate(caller.locale, 'calendar.appointment');
      const { slot } = booking;
      const startsAt = timeTold(booking);
      const endsAt = new Date(slot.endsAt.getTime() + startsAt.getTime() - slot.startsAt.getTime());
      const [entry] = await tx.query<[{ id: string; sequence: number }]>(ENTRY_SQL, [booking.registrationId]);
      const cancelled = booking.status === 'cancelled';
      return calendarFile({ startsAt, endsAt, summary, cancelled, ...entry }, this.clock.now());
    });
  }

  /** Whether the person's calendar may have a time that nobody waits for them at. */
  cancelled(caller: Caller): Promise<boolean> {
    return this.database.transaction(
      caller.posts,
      async (tx) => (await this.filed(tx, caller))?.status === 'cancelled',
    );
  }

  /** What the file is about: the appointment, or the last one that was cancelled. */
  private async filed(tx: EntityManager, caller: Caller): Promise<Booking | undefined> {
    if (caller.duress) return undefined;
    const registrationId = await this.kept.ofHolder(tx, caller.id!);
    const live = await this.appointments.liveOf(tx, registrationId);
    if (live) return live.status === 'booked' ? live : undefined;
    const last = await this.records.lastOf(tx, registrationId);
    return last?.status === 'cancelled' && timeTold(last) > this.clock.now() ? last : undefined;
  }
}
