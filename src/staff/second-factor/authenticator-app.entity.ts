import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An app on its holder's phone that shares a secret with us and shows codes by it (RFC 6238). */
@Entity('authenticator_app')
export class AuthenticatorApp {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('bytea', { name: 'sealed_secret' }) sealedSecret: Buffer;
  @Column('bigint', { name: 'last_step' }) lastStep: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;
}

/** A secret that was shown and waits for its first code. */
@Entity('authenticator_app_offer')
export class AuthenticatorAppOffer {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('bytea', { name: 'sealed_secret' }) sealedSecret: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
