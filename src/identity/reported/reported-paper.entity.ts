import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportedStatus, ReportedType } from './reported-codes.js';

/** A paper on the bureau's list. Its number only as a blind index. */
@Entity('reported_paper')
export class ReportedPaper {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: string;
  @PrimaryColumn('bytea', { name: 'number_index' }) numberIndex: Buffer;
  /** ISO 3166 alpha-3 */
  @PrimaryColumn('char', { length: 3 }) issuer: string;
  @Column('text') type: ReportedType;
  @Column('text') status: ReportedStatus;
  @Column('uuid', { name: 'list_id' }) listId: string;
}
