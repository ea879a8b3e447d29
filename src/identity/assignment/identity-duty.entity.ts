import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether an account may be drawn; whoever never said anything may while signed in. */
@Entity('identity_duty')
export class IdentityDuty {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('boolean') available: boolean;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
