import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair on a phone, a computer or a stick, of which we have the public half (WebAuthn). */
@Entity('passkey')
export class Passkey {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') name: string;
  @Column('text', { name: 'credential_id' }) credentialId: string;
  @Column('bytea', { name: 'public_key' }) publicKey: Buffer;
  @Column('bigint') counter: string;
  @Column('text', { array: true }) transports: string[];
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

/** What a key has to sign: once, by whoever asked for it. */
@Entity('passkey_challenge')
export class PasskeyChallenge {
  @PrimaryColumn('uuid', { name: 'holder_id' }) holderId: string;
  @PrimaryColumn('text') purpose: 'registration' | 'proof';
  @Column('text') challenge: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
