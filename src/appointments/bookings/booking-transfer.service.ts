import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { BAND_RANK } from '../../triage/band.js';
import { TriageService } from '../../triage/triage.service.js';
import type { Booking } from './booking.entity.js';
import { BookingRecords } from './booking-records.js';
import { mayBecome } from './booking-status.js';

/** Books the seat of another booking for another case. Parameters: id, that booking, registration, rank, status. */
const SAME_SEAT_SQL = `
  INSERT INTO booking (id, post_id, registration_id, service_type_id, slot_id, seat_number, starts_at, band_rank, status,
    called_forward_at, return_at, in_line_since, chosen)
  SELECT $1, post_id, $3, service_type_id, slot_id, seat_number, starts_at, $4::smallint, $5, called_forward_at,
    return_at, in_line_since, chosen
  FROM booking WHERE id = $2`;

/** Parameters: slot, number. */
const TAKE_FREED_SEAT_SQL = 'UPDATE seat SET free = false WHERE slot_id = $1 AND number = $2';

/** Carries appointments from one case of a person to the other, in the caller's transaction; both cases are locked by it. */
@Injectable()
export class BookingTransfer {
  constructor(
    private readonly triage: TriageService,
    private readonly records: BookingRecords,
  ) {}

  /**
   * The case that is kept gets the very seat of the other one; what it had before is given back. Both histories stay as they
   * were: each shows what was booked and cancelled under it.
   */
  async takeOver(tx: EntityManager, caller: Caller, spare: Booking, keptId: string): Promise<void> {
    await this.giveUp(tx, caller, keptId);
    const { band } = await this.triage.current(tx, keptId);
    await this.records.move(tx, caller, spare, 'cancelled');
    const id = newId();
    await tx.query(SAME_SEAT_SQL, [id, spare.id, keptId, BAND_RANK[band], spare.status]);
    await tx.query(TAKE_FREED_SEAT_SQL, [spare.slotId, spare.seatNumber]);
    const booking = (await this.records.byId(tx, id))!;
    await this.records.record(tx, caller, booking, 'appointment.taken-over', { from: spare.registrationId });
  }

  /** An appointment that somebody has come to goes with the number that they were given. */
  async handOver(tx: EntityManager, caller: Caller, bookingId: string, keptId: string): Promise<void> {
    await this.giveUp(tx, caller, keptId);
    await tx.query('UPDATE booking SET registration_id = $2, version = version + 1 WHERE id = $1', [
      bookingId,
      keptId,
    ]);
    const booking = (await this.records.byId(tx, bookingId))!;
    await this.records.record(tx, caller, booking, 'appointment.taken-over');
  }

  private async giveUp(tx: EntityManager, caller: Caller, keptId: string): Promise<void> {
    const own = await this.records.liveOf(tx, keptId);
    if (own)
      await this.records.move(tx, caller, own, mayBecome(own.status, 'cancelled') ? 'cancelled' : 'missed');
  }
}
