import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { GroupReader } from '../../registrations/groups/group-reader.js';
import { lockCases } from '../../registrations/lock-cases.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { CaseName } from '../../registrations/case-name.js';
import { isOpen } from '../../registrations/registration-status.js';
import { AppointmentsService } from '../appointments.service.js';
import type { Booking } from '../bookings/booking.entity.js';
import { DEFAULT_SERVICE } from '../slots/default-service.js';
import { earliestBegin } from './time-to-come.js';

/**
 * The first slots in a row that together have seats for a whole group: at most three, one after the other.
 * Parameters: post, code of the service, people, the earliest begin or null for now.
 */
const SLOTS_TOGETHER_SQL = `
  WITH free AS (
    SELECT s.id, s.starts_at, s.ends_at, count(*)::int AS seats
    FROM seat x JOIN slot s ON s.id = x.slot_id JOIN service_type t ON t.id = s.service_type_id
    WHERE s.post_id = $1 AND t.code = $2 AND x.free AND x.free_from <= now()
      AND s.starts_at > now() AND s.starts_at >= coalesce($4::timestamptz, now())
    GROUP BY s.id ORDER BY s.starts_at LIMIT 2000
  )
  SELECT a.id, a.seats, b.id AS next, coalesce(b.seats, 0) AS next_seats, c.id AS last, coalesce(c.seats, 0) AS last_seats
  FROM free a LEFT JOIN free b ON b.starts_at = a.ends_at LEFT JOIN free c ON c.starts_at = b.ends_at
  WHERE a.seats + coalesce(b.seats, 0) + coalesce(c.seats, 0) >= $3
  ORDER BY a.starts_at LIMIT 1`;

interface SlotsTogether {
  id: string;
  seats: number;
  next: string | null;
  next_seats: number;
  last: string | null;
  last_seats: number;
}

/** Books people who registered together into the same slot, or slots one after the other: all of them or none. */
@Injectable()
export class GroupBooking {
  constructor(
    private readonly groups: GroupReader,
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
  ) {}

  /** Locks everybody in the group. */
  async hold(tx: EntityManager, registrationId: string): Promise<void> {
    await lockCases(tx, await this.groups.groupOf(tx, registrationId));
  }

  /**
   * @param registrationId whose group is held
   * @returns the bookings of everybody in the group who had none; undefined where the person came alone, or where no
   * slots have seats for all, so that each is booked by themselves
   * @throws Problem `slot-full` (409) where others take the seats at this moment: nobody is booked
   */
  async book(tx: EntityManager, caller: Caller, registrationId: string): Promise<Booking[] | undefined> {
    const ids = await this.groups.groupOf(tx, registrationId);
    if (ids.length < 2) return undefined;
    const waiting: CaseName[] = [];
    for (const id of ids.toSorted()) {
      const registration = await this.people.registration(tx, id);
      if (isOpen(registration.status) && !(await this.hasBeenBooked(tx, id))) waiting.push(registration);
    }
    return waiting.length < 2 ? undefined : this.together(tx, caller, waiting, DEFAULT_SERVICE);
  }

  /**
   * Books people again whose appointments cannot be kept, together where there are slots for all of them.
   * @param people held by the caller, and without an appointment now
   */
  async bookAgain(
    tx: EntityManager,
    caller: Caller,
    people: readonly CaseName[],
    service: string,
  ): Promise<Booking[]> {
    const together = people.length > 1 && (await this.together(tx, caller, people, service));
    if (together) return together;
    const from = await earliestBegin(tx, idsOf(people));
    const booked: Booking[] = [];
    for (const registration of people)
      booked.push(await this.appointments.book(tx, caller, registration, { service, from }));
    return booked;
  }

  private async together(
    tx: EntityManager,
    caller: Caller,
    people: readonly CaseName[],
    service: string,
  ): Promise<Booking[] | undefined> {
    const from = await earliestBegin(tx, idsOf(people));
    const slots = await this.slotsFor(tx, people[0]!.postId, service, people.length, from);
    if (!slots) return undefined;
    const booked: Booking[] = [];
    for (const [index, registration] of people.entries())
      booked.push(await this.appointments.book(tx, caller, registration, { service, slotId: slots[index]! }));
    return booked;
  }

  /** One slot for each person, the same as often as it has seats. */
  private async slotsFor(
    tx: EntityManager,
    postId: string,
    service: string,
    people: number,
    from: Date | undefined,
  ): Promise<string[] | undefined> {
    const [found] = await tx.query<SlotsTogether[]>(SLOTS_TOGETHER_SQL, [
      postId,
      service,
      people,
      from ?? null,
    ]);
    if (!found) return undefined;
    const times = (id: string | null, seats: number) =>
      Array.from({ length: id === null ? 0 : seats }, () => id!);
    return [
      ...times(found.id, found.seats),
      ...times(found.next, found.next_seats),
      ...times(found.last, found.last_seats),
    ].slice(0, people);
  }

  private async hasBeenBooked(tx: EntityManager, registrationId: string): Promise<boolean> {
    const bookings = await tx.query<unknown[]>(
      "SELECT FROM booking WHERE registration_id = $1 AND status <> 'cancelled' LIMIT 1",
      [registrationId],
    );
    return bookings.length > 0;
  }
}

const idsOf = (people: readonly { id: string }[]): string[] => people.map(({ id }) => id);
