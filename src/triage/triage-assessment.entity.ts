import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Band } from './band.js';
import type { BandReason } from './band-reasons.js';

/** One setting of a band. The one in force is the one that nothing superseded. */
@Entity('triage_assessment')
export class TriageAssessment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') band: Band;
  @Column('text', { array: true }) reasons: BandReason[];
  /** Null where the rule did. */
  @Column('uuid', { name: 'assessed_by', nullable: true }) assessedBy: string | null;
  @Column('bytea', { name: 'note_sealed', nullable: true, select: false }) noteSealed: Buffer | null;
  @Column('timestamptz', { name: 'assessed_at' }) assessedAt: Date;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: Date | null;
}
