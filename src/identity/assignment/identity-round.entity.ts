import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case that two officers decide, until they have or until evidence overtakes them. */
@Entity('identity_round')
export class IdentityRound {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('smallint') number: number;
  /** How many conclusions are in. */
  @Column('smallint') opinions: number;
  /** Who came to the first conclusion; not to which. */
  @Column('uuid', { name: 'opened_by' }) openedBy: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'ended_as', nullable: true }) endedAs: 'decided' | 'overtaken' | null;
}
