import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One application of a batch: issued, or the code of the problem that stood in the way. */
@Entity('issue_batch_item')
export class IssueBatchItem {
  @PrimaryColumn('uuid', { name: 'batch_id' }) batchId: string;
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('integer') place: number;
  /** Of the application when the batch began. */
  @Column('integer') version: number;
  @Column('text') state: 'waiting' | 'issued' | 'failed';
  @Column('uuid', { name: 'document_id', nullable: true }) documentId: string | null;
  @Column('text', { nullable: true }) failure: string | null;
}
