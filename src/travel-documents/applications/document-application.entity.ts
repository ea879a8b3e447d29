import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationStatus } from './application-status.js';

/** One officer asks for a travel document, another decides. */
@Entity('document_application')
export class DocumentApplication {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') status: ApplicationStatus;
  @Column('bytea', { name: 'holder_sealed' }) holderSealed: Buffer;
  @Column('char', { length: 3 }) destination: string;
  @Column('text', { array: true }) transit: string[];
  /** `YYYY-MM-DD` */
  @Column('date', { name: 'valid_until' }) validUntil: string;
  @Column('boolean', { name: 'fee_waived' }) feeWaived: boolean;
  @Column('uuid', { name: 'applied_by' }) appliedBy: string;
  @Column('timestamptz', { name: 'applied_at' }) appliedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { name: 'decline_reason', nullable: true }) declineReason: string | null;
  @Column('bytea', { name: 'old_passport_sealed', nullable: true }) oldPassportSealed: Buffer | null;
  @Column('integer') version: number;
}
