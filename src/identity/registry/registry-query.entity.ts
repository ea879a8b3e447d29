import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegistryResult, RegistryState } from './registry-states.js';

/** A question to the citizen registry at home. */
@Entity('registry_query')
export class RegistryQuery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') state: RegistryState;
  /** Under which the registry keeps an answer that is not ready. */
  @Column('text', { nullable: true }) ticket: string | null;
  @Column('smallint') attempts: number;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt: Date | null;
  @Column('text', { nullable: true }) result: RegistryResult | null;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('uuid', { name: 'evidence_id', nullable: true }) evidenceId: string | null;
}
