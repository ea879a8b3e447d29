import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ErasureStatus } from './erasure-status.js';

/** A person's wish that what is held about them be erased. */
@Entity('erasure')
export class Erasure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') status: ErasureStatus;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'kept_because', nullable: true }) keptBecause: string | null;
  @Column('timestamptz', { name: 'kept_until', nullable: true }) keptUntil: Date | null;
  @Column('integer') version: number;
}
