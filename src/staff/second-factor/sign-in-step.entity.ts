import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Between a right password and the second factor. */
@Entity('sign_in_step')
export class SignInStep {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('bytea', { name: 'token_index' }) tokenIndex: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
