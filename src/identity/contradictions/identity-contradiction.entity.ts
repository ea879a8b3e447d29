import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContradictionCode } from './contradiction-codes.js';

/** Where a piece of evidence says something else than the record, until an officer says why that does not matter. */
@Entity('identity_contradiction')
export class IdentityContradiction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'evidence_id' }) evidenceId: string;
  @Column('text') code: ContradictionCode;
  @Column('timestamptz', { name: 'raised_at' }) raisedAt: Date;
  @Column('uuid', { name: 'resolved_by', nullable: true }) resolvedBy: string | null;
  @Column('timestamptz', { name: 'resolved_at', nullable: true }) resolvedAt: Date | null;
  @Column('bytea', { name: 'reason_sealed', nullable: true, select: false }) reasonSealed: Buffer | null;
}
