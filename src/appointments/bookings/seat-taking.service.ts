import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
import { OFFERED_SQL, TAKE_SEAT_SQL } from './bookings.sql.js';
import { DAYS_AHEAD, SlotFilling } from '../slots/slot-filling.service.js';

/** Whom a seat is for, and which. */
export interface SeatWish {
  registrationId: string;
  postId: string;
  /** Code of the service. */
  service: string;
  bandRank: number;
  /** The earliest free seat of any slot where it is not given. */
  slotId?: string;
  /** The seat must not begin before; from now on where it is not given. */
  from?: Date | undefined;
  /** The person or an officer chose the time. */
  chosen?: boolean;
}

/** Where everything is taken, more days are planned, up to the last of these. */
const HORIZONS = [1, 2, 4, 8].map((times) => times * DAYS_AHEAD);
/** A seat that was marked free although it is booked is not met twice, so this is hardly ever more than one. */
const ATTEMPTS = 20;

/** Takes seats. Capacity and one live booking a person are kept by the database; see `bookings.sql.ts`. */
@Injectable()
export class SeatTaking {
  constructor(private readonly filling: SlotFilling) {}

  /** @returns the new booking's id. @throws Problem `slot-full`, `no-free-seat`, `already-booked` (all 409) */
  async take(tx: EntityManager, wish: SeatWish): Promise<string> {
    const booked = await this.attempt(tx, wish);
    if (booked) return booked;
    if (wish.slotId) throw new Problem('conflict', 'slot-full');
    const [offered] = await tx.query<{ code: string }[]>(OFFERED_SQL, [wish.postId, wish.service]);
    for (const days of HORIZONS) {
      await this.filling.fill(tx, wish.postId, offered?.code ?? wish.service, days);
      const bookedNow = await this.attempt(tx, wish);
      if (bookedNow) return bookedNow;
    }
    throw new Problem('conflict', 'no-free-seat');
  }

  private async attempt(tx: EntityManager, wish: SeatWish): Promise<string | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const [taken] = await tx.query<{ seats: number; id: string | null }[]>(TAKE_SEAT_SQL, [
        newId(),
        wish.registrationId,
        wish.postId,
        wish.service,
        wish.bandRank,
        wish.slotId ?? null,
        wish.from ?? null,
        wish.chosen ?? false,
      ]);
      if (taken?.id) return taken.id;
      if (!taken?.seats) return undefined;
      await this.requireNoLiveBooking(tx, wish.registrationId);
    }
    throw new Problem('unavailable', 'busy', { retryAfter: 1 });
  }

  private async requireNoLiveBooking(tx: EntityManager, registrationId: string): Promise<void> {
    const live = await tx.query<unknown[]>(
      `SELECT FROM booking WHERE registration_id = $1 AND status IN ('booked', 'checked-in')`,
      [registrationId],
    );
    if (live.length > 0) throw new Problem('conflict', 'already-booked');
  }
}
