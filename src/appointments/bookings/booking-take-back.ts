import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../../notifications/messages.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Problem } from '../../platform/problems/problem.js';
import { type BookingName, BookingRecords } from './booking-records.js';

/** Parameter: booking. */
const REOPEN_SQL = `
  UPDATE booking SET status = 'checked-in', version = version + 1 WHERE id = $1 AND status IN ('kept', 'missed')
  RETURNING id`;

/** Puts an appointment back to where the person stood at the counter, when an officer undoes what ended it. */
@Injectable()
export class BookingTakeBack {
  constructor(
    private readonly records: BookingRecords,
    private readonly messages: Messages,
  ) {}

  /**
   * What was booked in its stead is given back, and not told where it was not told yet. The registration must be locked.
   * @throws Problem `booking-over` (409) where the person has come to the new appointment, or the old was not ended
   */
  async takeBack(tx: EntityManager, caller: Caller, booking: BookingName): Promise<void> {
    const instead = await this.records.liveOf(tx, booking.registrationId);
    if (instead) {
      if (instead.status !== 'booked') throw new Problem('conflict', 'booking-over');
      await this.records.move(tx, caller, instead, 'cancelled');
      await this.messages.withdraw(tx, booking.postId, `appointment-booked ${instead.id}`);
    }
    const [[reopened]] = await tx.query<[{ id: string }[], number]>(REOPEN_SQL, [booking.id]);
    if (!reopened) throw new Problem('conflict', 'booking-over');
    await this.records.record(tx, caller, booking, 'appointment.taken-back');
  }
}
