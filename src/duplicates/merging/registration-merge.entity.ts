import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegistrationStatus } from '../../registrations/registration-status.js';

/** A case that is carried on under another one, until that is undone. */
@Entity('registration_merge')
export class RegistrationMerge {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'pair_id' }) pairId: string;
  @Column('uuid', { name: 'kept_id' }) keptId: string;
  @Column('uuid', { name: 'merged_id' }) mergedId: string;
  @Column('text', { name: 'previous_status' }) previousStatus: RegistrationStatus;
  @Column('uuid', { name: 'merged_by' }) mergedBy: string;
  @Column('timestamptz', { name: 'merged_at' }) mergedAt: Date;
  @Column('uuid', { name: 'undone_by', nullable: true }) undoneBy: string | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
  @Column('integer') version: number;
}
