import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An unfinished registration that its writer comes back to. Never counted. */
@Entity('registration_draft')
export class RegistrationDraft {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('bytea', { name: 'code_index' }) codeIndex: Buffer;
  @Column('bytea', { name: 'content_sealed' }) contentSealed: Buffer;
  @Column('bytea', { name: 'address_index' }) addressIndex: Buffer;
  @Column('timestamptz', { name: 'saved_at' }) savedAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
