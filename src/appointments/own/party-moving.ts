import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { AppointmentMessages } from '../appointment-messages.js';
import { AppointmentsService } from '../appointments.service.js';
import type { Booking } from '../bookings/booking.entity.js';
import { BookingRecords } from '../bookings/booking-records.js';
import { serviceOfSlot } from '../slots/coming-slot.js';
import type { Comer } from './own-party.js';

/** Gives people who come together another time, all of them or none, and tells them. Joins the caller's transaction. */
@Injectable()
export class PartyMoving {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
    private readonly messages: AppointmentMessages,
  ) {}

  /** @returns the new booking of the first. @throws Problem `booking-over`, `slot-full` (409), `invalid-input` */
  async move(
    tx: EntityManager,
    caller: Caller,
    party: readonly [Comer, ...Comer[]],
    slotId: string,
  ): Promise<Booking> {
    const service = await serviceOfSlot(tx, party[0].registration.postId, slotId);
    for (const { booking } of party) await this.records.move(tx, caller, booking, 'cancelled');
    const anew: Booking[] = [];
    for (const { registration, booking } of party) {
      const after = await this.appointments.book(tx, caller, registration, { slotId, service, chosen: true });
      await this.messages.changed(tx, booking, after);
      anew.push(after);
    }
    return anew[0]!;
  }
}
