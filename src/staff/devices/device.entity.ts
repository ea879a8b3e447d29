import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kiosk or a board that belongs to a post. */
@Entity('device')
export class Device {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') kind: 'kiosk' | 'board';
  @Column('text') name: string;
  @Column('bytea', { name: 'enrolment_index', nullable: true }) enrolmentIndex: Buffer | null;
  @Column('timestamptz', { name: 'enrolment_expires_at', nullable: true }) enrolmentExpiresAt: Date | null;
  @Column('timestamptz', { name: 'enrolled_at', nullable: true }) enrolledAt: Date | null;
  /** To ten minutes. */
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
