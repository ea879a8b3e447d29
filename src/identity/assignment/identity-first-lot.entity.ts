import { Column, Entity, PrimaryColumn } from 'typeorm';

/** On whom the lot fell for the first conclusion about a person whom the hall brought to nobody. */
@Entity('identity_first_lot')
export class IdentityFirstLot {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'officer_id' }) officerId: string;
  /** How many could have been drawn. */
  @Column('smallint', { name: 'drawn_from' }) drawnFrom: number;
  @Column('timestamptz', { name: 'drawn_at' }) drawnAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'ended_as', nullable: true }) endedAs:
    'done' | 'tied' | 'away' | 'overtaken' | null;
}
