import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { BookingStatus } from './booking-status.js';
import { Slot } from '../slots/slot.entity.js';

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
  /** Since when the person waits for a call: earlier ones are called first within a band. */
  @Column('timestamptz', { name: 'in_line_since' }) inLineSince: Date;
  /** Before this nobody calls them. */
  @Column('timestamptz', { name: 'callable_from' }) callableFrom: Date;
  @Column('text', { name: 'called_to', nullable: true }) calledTo: 'zone' | 'hall' | null;
  /** Whether a message reaches the person; not known until it was tried. */
  @Column('boolean', { nullable: true }) reachable: boolean | null;
  /** The person chose this time and is not called before it. */
  @Column('boolean') chosen: boolean;
  /** The person would come earlier: a seat that becomes free is given to them. */
  @Column('timestamptz', { name: 'wants_earlier_since', nullable: true }) wantsEarlierSince: Date | null;
  /** A time that the person was told instead of the slot's: on paper by a kiosk, or when the post opens. */
  @Column('timestamptz', { name: 'return_at', nullable: true }) returnAt: Date | null;
  @Column('integer') version: number;
}
