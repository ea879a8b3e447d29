import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DepartureStatus } from './departure-status.js';

/** One journey home of one person. */
@Entity('departure')
export class Departure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') status: DepartureStatus;
  @Column('text') carrier: string;
  @Column('text', { name: 'service_number' }) serviceNumber: string;
  @Column('text', { name: 'leaves_from' }) leavesFrom: string;
  @Column('text', { name: 'arrives_at_place' }) arrivesAtPlace: string;
  /** Countries in order, ISO 3166 alpha-3, the last where it ends; empty where nobody said. */
  @Column('text', { array: true }) route: string[];
  @Column('timestamptz', { name: 'scheduled_at' }) scheduledAt: Date;
  @Column('timestamptz', { name: 'planned_at' }) plannedAt: Date;
  @Column('timestamptz', { name: 'cleared_at', nullable: true }) clearedAt: Date | null;
  @Column('timestamptz', { name: 'boarded_at', nullable: true }) boardedAt: Date | null;
  @Column('timestamptz', { name: 'departed_at', nullable: true }) departedAt: Date | null;
  @Column('timestamptz', { name: 'arrived_at', nullable: true }) arrivedAt: Date | null;
  @Column('timestamptz', { name: 'missed_at', nullable: true }) missedAt: Date | null;
  @Column('integer') version: number;
}
