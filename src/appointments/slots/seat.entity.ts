import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One counter's worth of a slot. */
@Entity('seat')
export class Seat {
  @PrimaryColumn('uuid', { name: 'slot_id' }) slotId: string;
  @PrimaryColumn('smallint') number: number;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'service_type_id' }) serviceTypeId: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  /** A hint that makes the next free seat quick to find; the index `one_booking_per_seat` is the rule. */
  @Column('boolean') free: boolean;
  /** A seat given back is free again only from here on, so that nobody can wait for it. */
  @Column('timestamptz', { name: 'free_from' }) freeFrom: Date;
  /** False where the post no longer works then or has a counter less: nobody gets it. */
  @Column('boolean') planned: boolean;
  /** The post is closed then. */
  @Column('uuid', { name: 'closure_id', nullable: true }) closureId: string | null;
}
