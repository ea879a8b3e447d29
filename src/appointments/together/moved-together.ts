import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { GroupReader } from '../../registrations/groups/group-reader.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { isOpen } from '../../registrations/registration-status.js';
import { AppointmentsService } from '../appointments.service.js';
import type { Booking } from '../bookings/booking.entity.js';
import { BookingRecords } from '../bookings/booking-records.js';
import { GroupBooking } from './group-booking.js';

/** The appointment that somebody had, and the one that they have instead. */
export interface Moved {
  before: Booking;
  anew: Booking;
}

/** Books people again whose seats are lost: who registered together in one transaction, and where possible together. */
@Injectable()
export class MovedTogether {
  constructor(
    private readonly people: PeopleService,
    private readonly groups: GroupReader,
    private readonly group: GroupBooking,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
  ) {}

  /**
   * Joins the caller's transaction. Safe to repeat: who has another seat by now stays.
   * @param registrationId one of the group @param isLost whether a booking's seat cannot be kept
   * @returns those who are to be told
   */
  async move(
    tx: EntityManager,
    caller: Caller,
    registrationId: string,
    isLost: (booking: Booking) => Promise<boolean>,
  ): Promise<Moved[]> {
    await this.group.hold(tx, registrationId);
    const service = (await this.appointments.liveOf(tx, registrationId))?.slot.service.code;
    if (service === undefined) return [];
    const moved: { registration: Registration; before: Booking }[] = [];
    for (const id of await this.groups.groupOf(tx, registrationId)) {
      const before = await this.appointments.liveOf(tx, id);
      if (before?.status !== 'booked' || before.slot.service.code !== service) continue;
      if (await isLost(before)) moved.push({ registration: await this.people.registration(tx, id), before });
    }
    for (const { before } of moved) await this.records.move(tx, caller, before, 'cancelled');
    const open = moved.filter(({ registration }) => isOpen(registration.status));
    const people = open.map(({ registration }) => registration);
    const anew = await this.group.bookAgain(tx, caller, people, service);
    return open.map(({ before }, index) => ({ before, anew: anew[index]! }));
  }
}
