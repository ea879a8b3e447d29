import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was changed under duress, as it is shown again: sealed under the person's key. */
@Entity('pretended_view')
export class PretendedView {
  @PrimaryColumn('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('integer') changes: number;
  @Column('timestamptz', { name: 'erasure_due_at', nullable: true }) erasureDueAt: Date | null;
  @Column('bytea', { name: 'shown_sealed' }) shownSealed: Buffer;
}
