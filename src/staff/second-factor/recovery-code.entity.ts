import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of ten codes on paper, for when phone and keys are lost. Works once. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') hash: string;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}
