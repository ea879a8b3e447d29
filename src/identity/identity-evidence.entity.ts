import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EvidenceKind, Origin, Strength } from './evidence-kinds.js';

/** Something that speaks for or against an identity. Never changed: what was wrong is answered by more evidence. */
@Entity('identity_evidence')
export class IdentityEvidence {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') kind: EvidenceKind;
  @Column('text') strength: Strength;
  @Column('boolean') agrees: boolean;
  @Column('text') origin: Origin;
  /** Registration of the person who vouches. */
  @Column('uuid', { name: 'referee_id', nullable: true }) refereeId: string | null;
  @Column('bytea', { name: 'statement_sealed', select: false }) statementSealed: Buffer;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
}
