import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TieKind } from './tie-kinds.js';

/** An officer who said that something ties them to a person. Never taken back. */
@Entity('identity_tie')
export class IdentityTie {
  @PrimaryColumn('uuid', { name: 'registration_id' }) registrationId: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') kind: TieKind;
  @Column('timestamptz', { name: 'declared_at' }) declaredAt: Date;
}
