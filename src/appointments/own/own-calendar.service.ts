import { Injectable } from '@nestjs/common';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Translator } from '../../platform/i18n/translator.js';
import { notFound } from '../../platform/problems/problem.js';
import { AppointmentsService } from '../appointments.service.js';
import { BookingRecords } from '../bookings/booking-records.js';
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

  /** @throws Problem `not-found` where the person has no appointment to come to, and under duress */
  file(caller: Caller): Promise<string> {
    return this.database.transaction(caller.posts, async (tx) => {
      if (caller.duress) throw notFound();
      const booking = await this.appointments.liveOf(tx, await this.kept.ofHolder(tx, caller.id!));
      if (booking?.status !== 'booked') throw notFound();
      await this.records.record(tx, caller, booking, 'appointment.read-by-owner');
      const summary = this.translator.translate(caller.locale, 'calendar.appointment');
      const { slot } = booking;
      const startsAt = timeTold(booking);
      const endsAt = new Date(slot.endsAt.getTime() + startsAt.getTime() - slot.startsAt.getTime());
      const [entry] = await tx.query<[{ id: string; sequence: number }]>(ENTRY_SQL, [booking.registrationId]);
      return calendarFile({ startsAt, endsAt, summary, ...entry }, this.clock.now());
    });
  }
}
