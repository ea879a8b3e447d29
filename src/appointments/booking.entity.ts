import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { BookingStatus } from './booking-status.js';
import { Slot } from './slots/slot.entity.js';

/** One person's place at one time: it holds exactly one seat of its slot. */
@Entity('booking')
export class Booking {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'service_type_id' }) serviceTypeId: string;
  @Column('uuid', { name: 'slot_id' }) slotId: string;
  @ManyToOne(() => Slot) @JoinColumn({ name: 'slot_id' }) slot: Slot;
  @Column('smallint', { name: 'seat_number' }) seatNumber: number;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  /** As in triage: 0 urgent, 1 high, 2 standard. */
  @Column('smallint', { name: 'band_rank' }) bandRank: number;
  @Column('text') status: BookingStatus;
  @Column('timestamptz', { name: 'booked_at' }) bookedAt: Date;
  /** When the person was told to come now, whatever the time of the slot. */
  @Column('timestamptz', { name: 'called_forward_at', nullable: true }) calledForwardAt: Date | null;
  /** The person would come earlier: a seat that becomes free is given to them. */
  @Column('timestamptz', { name: 'wants_earlier_since', nullable: true }) wantsEarlierSince: Date | null;
  @Column('integer') version: number;
}
