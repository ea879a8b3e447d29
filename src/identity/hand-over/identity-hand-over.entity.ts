import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of another country who was led to that country's embassy. */
@Entity('identity_hand_over')
export class IdentityHandOver {
  @PrimaryColumn('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** ISO 3166 alpha-3. */
  @Column('char', { length: 3 }) country: string;
  @Column('uuid', { name: 'handed_over_by' }) handedOverBy: string;
  @Column('timestamptz', { name: 'handed_over_at' }) handedOverAt: Date;
}
