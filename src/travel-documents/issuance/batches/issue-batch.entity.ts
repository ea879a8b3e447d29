import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Approved applications whose documents one officer issues in one go, and how far that is. */
@Entity('issue_batch')
export class IssueBatch {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') state: 'running' | 'done';
  @Column('integer') total: number;
  @Column('integer') issued: number;
  @Column('integer') failed: number;
  @Column('uuid', { name: 'started_by' }) startedBy: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'progressed_at' }) progressedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
}
