import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import type { Caller } from '../../platform/auth/caller.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { notFound } from '../../platform/problems/problem.js';
import { PeopleService } from '../../registrations/people.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { AppointmentsService } from '../appointments.service.js';
import type { Booking } from '../bookings/booking.entity.js';
import { GroupBooking } from '../together/group-booking.js';

/** Somebody, and the appointment that they have not come to yet. */
export interface Comer {
  registration: Registration;
  booking: Booking;
}

/** Children whose guardian the person is, and who are booked. Parameter: registration. */
const WARDS_SQL = `
  SELECT r.id FROM registration r JOIN booking b ON b.registration_id = r.id AND b.status = 'booked'
  WHERE r.guardian_id = $1 AND r.status IN ('received', 'active') ORDER BY r.id`;

/**
 * The person who acts, and the children with them: a child comes when its guardian does. Nobody moves another adult, whoever
 * registered together: a relative or a friend can be the trafficker.
 */
@Injectable()
export class OwnParty {
  constructor(
    private readonly kept: KeptCase,
    private readonly life: RegistrationLife,
    private readonly people: PeopleService,
    private readonly group: GroupBooking,
    private readonly appointments: AppointmentsService,
  ) {}

  /** The caller's own case, held. @throws Problem `not-open` (409) */
  async own(tx: EntityManager, caller: Caller): Promise<Registration> {
    const id = await this.kept.ofHolder(tx, caller.id!);
    await this.group.hold(tx, id);
    return this.life.requireOpen(tx, id);
  }

  /** The caller first. @throws Problem `not-found` (also under duress), `stale` (412), `not-open` (409) */
  async booked(tx: EntityManager, caller: Caller, version: number): Promise<[Comer, ...Comer[]]> {
    if (caller.duress) throw notFound();
    const registration = await this.own(tx, caller);
    const booking = await this.appointments.liveOf(tx, registration.id);
    if (!booking) throw notFound();
    requireVersion(booking.version, version);
    return [{ registration, booking }, ...(await this.wards(tx, registration.id))];
  }

  /** Held. @returns nothing where the person is not waiting for an appointment any more */
  async of(tx: EntityManager, registrationId: string): Promise<[Comer, ...Comer[]] | undefined> {
    await this.group.hold(tx, registrationId);
    const registration = await this.people.registration(tx, registrationId);
    const booking = await this.appointments.liveOf(tx, registrationId);
    if (booking?.status !== 'booked' || !isOpen(registration.status)) return undefined;
    return [{ registration, booking }, ...(await this.wards(tx, registrationId))];
  }

  /** Seats that a time must have for the caller to choose it. */
  async seats(tx: EntityManager, caller: Caller): Promise<number> {
    const wards = await tx.query<unknown[]>(WARDS_SQL, [await this.kept.ofHolder(tx, caller.id!)]);
    return 1 + wards.length;
  }

  private async wards(tx: EntityManager, registrationId: string): Promise<Comer[]> {
    const wards: Comer[] = [];
    for (const { id } of await tx.query<{ id: string }[]>(WARDS_SQL, [registrationId]))
      wards.push({
        registration: await this.people.registration(tx, id),
        booking: (await this.appointments.liveOf(tx, id))!,
      });
    return wards;
  }
}
