import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BulkMaker, BulkState } from './bulk-state.js';
import type { TableFormat } from './table/table.js';

/** A list of people as it was sent, and how far it has come. */
@Entity('bulk_intake')
export class BulkIntake {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text', { name: 'maker_kind' }) makerKind: BulkMaker;
  /** Account or client. */
  @Column('uuid', { name: 'maker_id' }) makerId: string;
  @Column('text') state: BulkState;
  @Column('text') format: TableFormat;
  @Column('bytea', { name: 'wrapped_key', nullable: true }) wrappedKey: Buffer | null;
  @Column('bytea', { name: 'details_sealed', nullable: true }) detailsSealed: Buffer | null;
  @Column('integer') rows: number;
  /** Registered already or to be registered. */
  @Column('integer') valid: number;
  @Column('integer') faulty: number;
  @Column('integer') duplicates: number;
  @Column('integer') warnings: number;
  @Column('integer') registered: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { name: 'progressed_at', nullable: true }) progressedAt: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', { name: 'receipts_until', nullable: true }) receiptsUntil: Date | null;
  @Column('timestamptz', { name: 'receipts_taken_at', nullable: true }) receiptsTakenAt: Date | null;
  @Column('uuid', { name: 'receipts_session', nullable: true }) receiptsSession: string | null;
  @Column('integer') version: number;
}
