import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is wrong with a row, or worth a look. */
@Entity('bulk_intake_fault')
export class BulkIntakeFault {
  @PrimaryColumn('uuid', { name: 'bulk_intake_id' }) bulkIntakeId: string;
  @PrimaryColumn('integer') number: number;
  @PrimaryColumn('smallint') place: number;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') severity: 'fault' | 'warning';
  @Column('text', { name: 'column_name' }) columnName: string;
  @Column('text') code: string;
  @Column('bytea', { name: 'params_sealed', nullable: true }) paramsSealed: Buffer | null;
}
