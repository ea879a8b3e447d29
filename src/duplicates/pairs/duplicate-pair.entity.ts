import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Outcome, Reason } from '../matching/model.js';
import type { PairStatus } from './pair-status.js';

/** Two registrations that may be one person; the smaller id is the first. */
@Entity('duplicate_pair')
export class DuplicatePair {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'first_id' }) firstId: string;
  @Column('uuid', { name: 'second_id' }) secondId: string;
  /** What the engine makes of it. */
  @Column('text') proposal: Outcome;
  @Column('double precision') probability: number;
  /** Hundredths of a bit, at least 0. */
  @Column('integer') weight: number;
  @Column('jsonb') reasons: Reason[];
  /** 0: the weights that come with the program. */
  @Column('integer', { name: 'model_version' }) modelVersion: number;
  @Column('text') status: PairStatus;
  @Column('timestamptz', { name: 'found_at' }) foundAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('integer') version: number;
}
