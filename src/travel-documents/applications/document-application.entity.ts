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
  /** What whoever approved it had been shown, as a keyed hash. */
  @Column('bytea', { name: 'approved_as', nullable: true, select: false }) approvedAs: Buffer | null;
  @Column('text', { name: 'decline_reason', nullable: true }) declineReason: string | null;
  @Column('bytea', { name: 'old_passport_sealed', nullable: true }) oldPassportSealed: Buffer | null;
  /** Decimal text. */
  @Column('numeric', { name: 'fee_amount', precision: 10, scale: 2 }) feeAmount: string;
  @Column('char', { name: 'fee_currency', length: 3 }) feeCurrency: string;
  @Column('text', { name: 'waiver_reason', nullable: true }) waiverReason: string | null;
  @Column('text', { name: 'receipt_number', nullable: true }) receiptNumber: string | null;
  /** `YYYY-MM-DD` */
  @Column('date', { name: 'journey_on', nullable: true }) journeyOn: string | null;
  @Column('text', { name: 'validity_reason', nullable: true }) validityReason: string | null;
  @Column('bytea', { name: 'old_passport_index', nullable: true }) oldPassportIndex: Buffer | null;
  @Column('text', { name: 'old_passport_state', nullable: true }) oldPassportState: string | null;
  /** What whoever approves must look at. */
  @Column('text', { array: true }) flags: string[];
  @Column('uuid', { name: 'family_id', nullable: true }) familyId: string | null;
  @Column('uuid', { name: 'replaces_id', nullable: true }) replacesId: string | null;
  @Column('text', { name: 'replaces_reason', nullable: true }) replacesReason: string | null;
  @Column('integer') version: number;
}
