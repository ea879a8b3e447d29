import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A diplomatic post and the facts of its host country. Public. */
@Entity('post')
export class Post {
  @PrimaryColumn('uuid') id: string;
  @Column('char', { length: 3 }) code: string;
  @Column('text') name: string;
  @Column('text') city: string;
  @Column('char', { name: 'sending_country', length: 3 }) sendingCountry: string;
  @Column('char', { name: 'host_country', length: 3 }) hostCountry: string;
  @Column('text', { name: 'time_zone' }) timeZone: string;
  /** Decimal text: what the host country charges for a day without a valid visa. */
  @Column('numeric', { name: 'overstay_fine_per_day', precision: 10, scale: 2 }) overstayFinePerDay: string;
  @Column('char', { name: 'fine_currency', length: 3 }) fineCurrency: string;
  /** Telephone number for emergencies, international form, as shown to people. */
  @Column('text', { nullable: true }) hotline: string | null;
  /** What it is to be once somebody else enters the same. */
  @Column('text', { name: 'hotline_asked', nullable: true }) hotlineAsked: string | null;
  @Column('uuid', { name: 'hotline_asked_by', nullable: true }) hotlineAskedBy: string | null;
  @Column('timestamptz', { name: 'hotline_asked_at', nullable: true }) hotlineAskedAt: Date | null;
  @Column('uuid', { name: 'hotline_confirmed_by', nullable: true }) hotlineConfirmedBy: string | null;
  /** Days after a case ended until the person is erased. */
  @Column('integer', { name: 'retention_days' }) retentionDays: number;
  /** Days after a message was written until it is forgotten. */
  @Column('integer', { name: 'message_days' }) messageDays: number;
  /** Of the two before. */
  @Column('integer', { name: 'retention_version' }) retentionVersion: number;
  @Column('timestamptz', { name: 'retention_changed_at', nullable: true }) retentionChangedAt: Date | null;
  /** Decimal text: what a travel document costs where the fee is not waived. */
  @Column('numeric', { name: 'document_fee', precision: 10, scale: 2 }) documentFee: string;
  @Column('char', { name: 'document_fee_currency', length: 3 }) documentFeeCurrency: string;
  /** Whether every document takes a counted blank sheet. */
  @Column('boolean', { name: 'blanks_required' }) blanksRequired: boolean;
  /** Of how the post works: facts, hours, holidays, counters and services. */
  @Column('integer', { name: 'setup_version' }) setupVersion: number;
  @Column('timestamptz', { name: 'setup_changed_at', nullable: true }) setupChangedAt: Date | null;
  @Column('boolean') demonstration: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
