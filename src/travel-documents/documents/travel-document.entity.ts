import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Collector, DocumentStatus } from './document-status.js';

/** A document that was issued: what is printed on it, its seal, and what became of it. */
@Entity('travel_document')
export class TravelDocument {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'application_id' }) applicationId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('char', { length: 9 }) number: string;
  @Column('text') status: DocumentStatus;
  @Column('bytea', { name: 'content_sealed' }) contentSealed: Buffer;
  @Column('bytea', { name: 'seal_sealed' }) sealSealed: Buffer;
  @Column('bytea', { name: 'portrait_sealed', nullable: true }) portraitSealed: Buffer | null;
  /** Serial number of the signer's certificate, upper-case hexadecimal. */
  @Column('text', { name: 'certificate_reference' }) certificateReference: string;
  @Column('uuid', { name: 'issued_by' }) issuedBy: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt: Date;
  /** `YYYY-MM-DD` */
  @Column('date', { name: 'valid_until' }) validUntil: string;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'ended_reason', nullable: true }) endedReason: string | null;
  /** The sheet it is printed on; null on plain security paper. */
  @Column('char', { name: 'blank_serial', length: 10, nullable: true }) blankSerial: string | null;
  @Column('timestamptz', { name: 'collected_at', nullable: true }) collectedAt: Date | null;
  /** The officer who saw the signature. */
  @Column('uuid', { name: 'collected_by', nullable: true }) collectedBy: string | null;
  @Column('text', { name: 'collected_as', nullable: true }) collectedAs: Collector | null;
  @Column('bytea', { name: 'collector_sealed', nullable: true }) collectorSealed: Buffer | null;
  @Column('timestamptz', { name: 'handed_in_at', nullable: true }) handedInAt: Date | null;
  @Column('uuid', { name: 'handed_in_by', nullable: true }) handedInBy: string | null;
  @Column('integer') version: number;
}
