import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MissedReason, TicketStatus, VisitOutcome } from './ticket-status.js';

/** One visit of one person to the hall: a number of one day. */
@Entity('ticket')
export class Ticket {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'booking_id' }) bookingId: string;
  /** `YYYY-MM-DD`, local to the post. */
  @Column('date') day: string;
  @Column('integer') number: number;
  @Column('smallint', { name: 'band_rank' }) bandRank: number;
  /** Order within a band: the time that the person was told, or that for which they were called where it is earlier. */
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text') status: TicketStatus;
  /** Where the person was called to last; empty while waiting or parked. */
  @Column('uuid', { name: 'counter_session_id', nullable: true }) counterSessionId: string | null;
  @Column('timestamptz', { name: 'waiting_since' }) waitingSince: Date;
  @Column('timestamptz', { name: 'called_at', nullable: true }) calledAt: Date | null;
  /** When the person was told to come from the holding zone into the hall; empty where the plan is off. */
  @Column('timestamptz', { name: 'called_in_at', nullable: true }) calledInAt: Date | null;
  @Column('timestamptz', { name: 'serving_since', nullable: true }) servingSince: Date | null;
  @Column('timestamptz', { name: 'parked_at', nullable: true }) parkedAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) outcome: VisitOutcome | MissedReason | null;
  /** Skills that whoever calls should have. */
  @Column('text', { array: true }) needs: string[];
  /** The counter that the person was handed over to; empty: any. */
  @Column('uuid', { name: 'counter_id', nullable: true }) counterId: string | null;
  /** The service that the person was handed over to; empty: that of the appointment. */
  @Column('uuid', { name: 'service_type_id', nullable: true }) serviceTypeId: string | null;
  /** When somebody behind was first called before, for want of a skill. */
  @Column('timestamptz', { name: 'passed_over_at', nullable: true }) passedOverAt: Date | null;
  @Column('integer') version: number;
}
