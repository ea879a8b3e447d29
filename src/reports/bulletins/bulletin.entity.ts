import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FrozenFigures } from './frozen-figures.js';

/** A day's figures as published: one row for each revision, none ever changed. */
@Entity('bulletin')
export class Bulletin {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** `YYYY-MM-DD` at the post. */
  @Column('date') day: string;
  @Column('integer') revision: number;
  @Column('timestamptz', { name: 'as_of' }) asOf: Date;
  @Column('text', { name: 'time_zone' }) timeZone: string;
  @Column('jsonb') figures: FrozenFigures;
  @Column('bytea', { name: 'figures_hash' }) figuresHash: Buffer;
  @Column('text', { name: 'changed_because', nullable: true }) changedBecause: string | null;
  @Column('uuid', { name: 'frozen_by' }) frozenBy: string;
  @Column('timestamptz', { name: 'frozen_at' }) frozenAt: Date;
}
