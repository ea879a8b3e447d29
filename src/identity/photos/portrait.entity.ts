import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PhotoSource } from './photo-sources.js';

/** A picture of a person, sealed under their key. Superseded by the next of its sort, never changed. */
@Entity('portrait')
export class Portrait {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') source: PhotoSource;
  @Column('bytea', { select: false }) sealed: Buffer;
  /** The officer; none where the person took it. */
  @Column('uuid', { name: 'taken_by', nullable: true }) takenBy: string | null;
  @Column('timestamptz', { name: 'taken_at' }) takenAt: Date;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: Date | null;
}
