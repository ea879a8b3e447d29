import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionReason, Outcome } from '../decision-rules.js';

/** What one officer concluded. The database shows it to nobody else until a second conclusion is in. */
@Entity('identity_opinion')
export class IdentityOpinion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  /** 1 first, 2 second, 3 the approver. */
  @Column('smallint') seat: 1 | 2 | 3;
  @Column('uuid', { name: 'officer_id' }) officerId: string;
  @Column('text') outcome: Outcome;
  @Column('text', { array: true }) reasons: DecisionReason[];
  @Column('timestamptz', { name: 'given_at' }) givenAt: Date;
}
