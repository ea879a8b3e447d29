import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { PeopleService } from '../../registrations/people.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import { TriageService } from '../../triage/triage.service.js';
import { AppointmentsService } from '../appointments.service.js';
import type { Booking } from '../bookings/booking.entity.js';
import { GroupBooking } from '../together/group-booking.js';
import { earliestBegin } from '../together/time-to-come.js';
import type { CaseName } from '../../registrations/case-name.js';

/** A booking that its person is to be told of, and how. */
export interface ToldBooking {
  booking: Booking;
  kind: 'come-now' | 'come-at' | 'appointment-booked';
}

const kindOf = ({ calledForwardAt, returnAt }: Booking): ToldBooking['kind'] =>
  calledForwardAt ? 'come-now' : returnAt ? 'come-at' : 'appointment-booked';

const toldBooking = (booking: Booking): ToldBooking => ({ booking, kind: kindOf(booking) });

/** Which appointment somebody who was assessed gets. Joins the caller's transaction. */
@Injectable()
export class AssessedBooking {
  constructor(
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
    private readonly group: GroupBooking,
    private readonly triage: TriageService,
  ) {}

  /**
   * The earliest free seat that somebody can come to; the urgent get the earliest of all. Whoever is booked already
   * keeps the seat and takes the new band; whoever has been served is not booked again.
   * @returns what is to be told: that they are booked; to whoever may come at once, or when the post opens, that, and not the
   * time of a seat that they need not wait for
   */
  async book(tx: EntityManager, caller: Caller, registrationId: string): Promise<ToldBooking[]> {
    await this.group.hold(tx, registrationId);
    const registration = await this.people.registration(tx, registrationId);
    if (!isOpen(registration.status)) return [];
    const booking = await this.appointments.liveOf(tx, registration.id);
    if (booking) {
      const sooner = await this.appointments.rank(tx, caller, booking);
      return sooner ? [toldBooking(sooner)] : [];
    }
    if (await served(tx, registration.id)) return [];
    const made = await this.bookWithOthers(tx, caller, registration);
    return made.map(toldBooking);
  }

  /** People who registered together come together; who is in danger waits for nobody. */
  private async bookWithOthers(
    tx: EntityManager,
    caller: Caller,
    registration: CaseName,
  ): Promise<Booking[]> {
    const { band } = await this.triage.current(tx, registration.id);
    if (band === 'urgent') return [await this.appointments.book(tx, caller, registration)];
    const together = await this.group.book(tx, caller, registration.id);
    if (together) return together;
    const from = await earliestBegin(tx, [registration.id]);
    return [await this.appointments.book(tx, caller, registration, { from })];
  }
}

async function served(tx: EntityManager, registrationId: string): Promise<boolean> {
  const kept = await tx.query<unknown[]>(
    "SELECT FROM booking WHERE registration_id = $1 AND status = 'kept' LIMIT 1",
    [registrationId],
  );
  return kept.length > 0;
}
