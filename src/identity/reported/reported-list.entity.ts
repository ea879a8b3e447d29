import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One reading-in of the national bureau's list of papers that are no longer good. The latest counts. */
@Entity('reported_list')
export class ReportedList {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('integer') rows: number;
  @Column('uuid', { name: 'imported_by' }) importedBy: string;
  @Column('timestamptz', { name: 'imported_at' }) importedAt: Date;
}
