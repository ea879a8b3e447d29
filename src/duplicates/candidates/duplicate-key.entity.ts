import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that a registration may share with another of the same person, as a keyed hash. */
@Entity('duplicate_key')
export class DuplicateKey {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: string;
  @Column('bigint', { primary: true }) key: string;
  @PrimaryColumn('uuid', { name: 'registration_id' }) registrationId: string;
}
