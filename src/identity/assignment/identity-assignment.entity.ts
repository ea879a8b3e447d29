import { Column, Entity, PrimaryColumn } from 'typeorm';

/** On whom the lot fell. Nobody chooses a case, and no case chooses its officer. */
@Entity('identity_assignment')
export class IdentityAssignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  @Column('smallint') seat: 2 | 3;
  @Column('uuid', { name: 'officer_id' }) officerId: string;
  /** How many could have been drawn. */
  @Column('smallint', { name: 'drawn_from' }) drawnFrom: number;
  @Column('timestamptz', { name: 'assigned_at' }) assignedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'ended_as', nullable: true }) endedAs:
    'done' | 'tied' | 'away' | 'overtaken' | null;
}
