import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { oneRow } from '../platform/database/one-row.js';
import { requireVersion } from '../platform/http/entity-tag.js';
import { Idempotency } from '../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import { lockCases } from '../registrations/lock-cases.js';
import { RegistrationLife } from '../registrations/registration-life.service.js';
import { toAppointmentResponse } from './appointment-response.js';
import type { AppointmentRequest, AppointmentResponse } from './appointments.dto.js';
import { AppointmentsService } from './appointments.service.js';
import { BookingRecords } from './bookings/booking-records.js';
import { serviceOfSlot } from './slots/coming-slot.js';

/** What officers do with one person's appointment. */
@Injectable()
export class AppointmentDesk {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly life: RegistrationLife,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
  ) {}

  /** @throws Problem `not-found`, `not-open`, `already-booked`, `slot-full`, `no-free-seat` (409), `invalid-input` */
  book(
    caller: Caller,
    registrationId: string,
    { slotId }: AppointmentRequest,
    idempotent: IdempotentRequest,
  ): Promise<AppointmentResponse> {
    return this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
      const registration = await this.life.requireOpen(tx, registrationId);
      const service = slotId && (await serviceOfSlot(tx, registration.postId, slotId));
      const wish = { slotId, chosen: slotId !== undefined, ...(service && { service }) };
      return toAppointmentResponse(await this.appointments.book(tx, caller, registration, wish));
    });
  }

  /** Gives the seat back; others can have it a while later. @throws Problem `not-found`, `stale` (412), `booking-over` (409) */
  cancel(caller: Caller, bookingId: string, version: number): Promise<AppointmentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const found = await oneRow<{ registration_id: string }>(
        tx,
        'SELECT registration_id FROM booking WHERE id = $1',
        [bookingId],
      );
      await lockCases(tx, [found.registration_id]);
      await tx.query('SELECT FROM booking WHERE id = $1 FOR UPDATE', [bookingId]);
      const booking = (await this.records.byId(tx, bookingId))!;
      requireVersion(booking.version, version);
      await this.records.move(tx, caller, booking, 'cancelled');
      return toAppointmentResponse((await this.records.byId(tx, bookingId))!);
    });
  }
}
