import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchingModel } from '../matching/model.js';

/** Weights as estimated from a post's own registrations, with words under keyed hashes. */
@Entity('matching_model')
export class StoredModel {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: string;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') model: MatchingModel;
  @Column('integer') records: number;
  @Column('timestamptz', { name: 'estimated_at' }) estimatedAt: Date;
}
