import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { together } from '../../platform/database/together.js';
import { Problem } from '../../platform/problems/problem.js';
import { CaseLog } from '../../registrations/case-log.js';
import { Booking } from './booking.entity.js';
import { BOOKING_TRANSITIONS, type BookingStatus, isLive, mayBecome } from './booking-status.js';
import { FREE_SEAT_SQL, MOVE_SQL } from './bookings.sql.js';

const STATUSES = Object.keys(BOOKING_TRANSITIONS) as BookingStatus[];
const WITH_SLOT = { slot: { service: true } };

/** A booking, and whose it is. */
export type BookingName = Pick<Booking, 'id' | 'registrationId' | 'postId'>;

/** Reads and moves bookings in a caller's transaction, and puts it on record under the person's registration. */
@Injectable()
export class BookingRecords {
  constructor(private readonly log: CaseLog) {}

  /** A booking with its slot and service. */
  byId(tx: EntityManager, bookingId: string): Promise<Booking | undefined> {
    return this.one(tx, { id: bookingId });
  }

  /** The one booking that a person can still come to, if any. */
  liveOf(tx: EntityManager, registrationId: string): Promise<Booking | undefined> {
    return this.one(tx, { registrationId, status: In(STATUSES.filter(isLive)) });
  }

  /** The latest, whatever became of it. */
  lastOf(tx: EntityManager, registrationId: string): Promise<Booking | undefined> {
    return this.one(tx, { registrationId });
  }

  /** The latest such; `find`, because `findOne` with relations asks the database twice. */
  private async one(tx: EntityManager, where: FindOptionsWhere<Booking>): Promise<Booking | undefined> {
    const order = { bookedAt: 'DESC', id: 'DESC' } as const;
    return (await tx.find(Booking, { where, relations: WITH_SLOT, order }))[0];
  }

  /**
   * A seat that is given back is not to be had at once, so that nobody can sell it.
   * @throws Problem `booking-over` (409) where the booking may no longer become that
   */
  async move(tx: EntityManager, caller: Caller, booking: BookingName, to: BookingStatus): Promise<void> {
    const from = STATUSES.filter((status) => mayBecome(status, to));
    const [[row]] = await together(
      tx.query<{ slot_id: string; seat_number: number }[]>(MOVE_SQL, [booking.id, to, from]),
      this.record(tx, caller, booking, `appointment.${to}`),
    );
    if (!row) throw new Problem('conflict', 'booking-over');
    if (to === 'cancelled') await tx.query(FREE_SEAT_SQL, [row.slot_id, row.seat_number]);
  }

  record(
    tx: EntityManager,
    caller: Caller,
    booking: BookingName,
    action: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    return this.log.record(tx, caller, { id: booking.registrationId, postId: booking.postId }, action, {
      booking: booking.id,
      ...detail,
    });
  }
}
