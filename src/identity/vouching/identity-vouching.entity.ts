import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VouchingState } from './vouching-states.js';

/** Somebody was named as vouching for another, and what they say of it. */
@Entity('identity_vouching')
export class IdentityVouching {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** Of the person who is vouched for. */
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'evidence_id' }) evidenceId: string;
  @Column('uuid', { name: 'referee_id' }) refereeId: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column('text') state: VouchingState;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  /** The officer before whom they confirmed it; null where they did on their own page. */
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
}
