import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionReason, Outcome } from './decision-rules.js';
import type { Level, LevelRuleCode } from './identity-level.js';

/** What an officer decided. Superseded by the next decision, or by evidence that reopens it; never changed. */
@Entity('identity_decision')
export class IdentityDecision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') outcome: Outcome;
  @Column('smallint', { nullable: true }) level: Level | null;
  @Column('text', { array: true }) reasons: DecisionReason[];
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: Date | null;
  /** Where two or three officers decided. */
  @Column('uuid', { name: 'round_id', nullable: true }) roundId: string | null;
  /** Under which the evidence carried the level. */
  @Column('text', { nullable: true }) rule: LevelRuleCode | null;
  @Column('uuid', { name: 'evidence_ids', array: true }) evidenceIds: string[];
}
