import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExitClearanceStatus } from './exit-clearance-status.js';

/** The host country's permission to leave, with the overstay fine. Money is decimal text. */
@Entity('exit_clearance')
export class ExitClearance {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') status: ExitClearanceStatus;
  @Column('integer', { name: 'overstay_days' }) overstayDays: number;
  @Column('numeric', { precision: 15, scale: 2 }) fine: string;
  @Column('char', { name: 'fine_currency', length: 3 }) fineCurrency: string;
  @Column('numeric', { precision: 15, scale: 2 }) waived: string;
  @Column('bytea', { name: 'permit_sealed', nullable: true }) permitSealed: Buffer | null;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('integer') version: number;
}
