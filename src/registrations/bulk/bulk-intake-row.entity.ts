import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RowState } from './bulk-state.js';

/** One row of a list. What it says is sealed under the list's key until it is registered. */
@Entity('bulk_intake_row')
export class BulkIntakeRow {
  @PrimaryColumn('uuid', { name: 'bulk_intake_id' }) bulkIntakeId: string;
  @PrimaryColumn('integer') number: number;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') state: RowState;
  @Column('bytea', { name: 'key_index' }) keyIndex: Buffer;
  @Column('bytea', { name: 'person_index', nullable: true }) personIndex: Buffer | null;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  @Column('bytea', { name: 'content_sealed', nullable: true }) contentSealed: Buffer | null;
  @Column('bytea', { name: 'receipt_sealed', nullable: true }) receiptSealed: Buffer | null;
  @Column('uuid', { name: 'registration_id', nullable: true }) registrationId: string | null;
}
