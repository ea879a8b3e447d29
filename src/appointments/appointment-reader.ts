import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/problems/problem.js';
import { KeptCase } from '../duplicates/merging/kept-case.js';
import { toAppointmentResponse } from './appointment-response.js';
import type { AppointmentResponse } from './appointments.dto.js';
import { AppointmentsService } from './appointments.service.js';
import { BookingRecords } from './bookings/booking-records.js';
import type { Booking } from './bookings/booking.entity.js';

/** When a person is to come, as officers and the person themselves look at it. Each look is on record. */
@Injectable()
export class AppointmentReader {
  constructor(
    private readonly database: Database,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
    private readonly kept: KeptCase,
  ) {}

  /** @throws Problem `not-found` where the person has no appointment to come to */
  read(caller: Caller, registrationId: string): Promise<AppointmentResponse> {
    return this.show(caller, registrationId, 'appointment.read');
  }

  /** The same for the person themselves. Under duress there is none. */
  async readOwn(caller: Caller): Promise<AppointmentResponse> {
    if (caller.duress) throw notFound();
    const { id } = await this.kept.ofCaller(caller);
    return this.show(caller, id, 'appointment.read-by-owner');
  }

  /** For what is shown to the person along with something else: under whichever case they are helped; not on record. */
  ofPerson(postId: string, registrationId: string): Promise<Booking | undefined> {
    return this.database.transaction([postId], async (tx) =>
      this.appointments.liveOf(tx, await this.kept.of(tx, registrationId)),
    );
  }

  private show(caller: Caller, registrationId: string, action: string): Promise<AppointmentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const booking = await this.appointments.liveOf(tx, registrationId);
      if (!booking) throw notFound();
      await this.records.record(tx, caller, booking, action);
      return toAppointmentResponse(booking);
    });
  }
}
