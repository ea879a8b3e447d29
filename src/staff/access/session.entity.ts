import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SecondFactorState } from '../../platform/auth/caller.js';
import type { Role } from '../../platform/auth/roles.js';

/** What every token points to: ended here, the token is worth nothing. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('text') role: Role;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('uuid', { name: 'post_ids', array: true }) postIds: string[];
  @Column('bytea', { name: 'refresh_index', nullable: true }) refreshIndex: Buffer | null;
  /** A device's secret before the last, until the new one has reached it. */
  @Column('bytea', { name: 'previous_index', nullable: true }) previousIndex: Buffer | null;
  @Column('timestamptz', { name: 'renewed_at', nullable: true }) renewedAt: Date | null;
  @Column('bytea', { name: 'family_index', nullable: true }) familyIndex: Buffer | null;
  @Column('boolean') duress: boolean;
  @Column('text', { name: 'second_factor' }) secondFactor: SecondFactorState;
  @Column('boolean', { name: 'password_owed' }) passwordOwed: boolean;
  @Column('timestamptz', { name: 'confirmed_at' }) confirmedAt: Date;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
