import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A human being. What says who they are is sealed; what is counted is not. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** Null once erased. */
  @Column('bytea', { name: 'wrapped_key', nullable: true }) wrappedKey: Buffer | null;
  @Column('bytea', { name: 'identity_sealed', nullable: true }) identitySealed: Buffer | null;
  @Column('bytea', { name: 'contact_sealed', nullable: true }) contactSealed: Buffer | null;
  @Column('bytea', { name: 'location_sealed', nullable: true }) locationSealed: Buffer | null;
  @Column('bytea', { name: 'home_sealed', nullable: true }) homeSealed: Buffer | null;
  /** Whom a child is with, in their own words. */
  @Column('bytea', { name: 'adult_sealed', nullable: true }) adultSealed: Buffer | null;
  @Column('bytea', { name: 'name_index', nullable: true }) nameIndex: Buffer | null;
  @Column('bytea', { name: 'document_index', nullable: true }) documentIndex: Buffer | null;
  @Column('bytea', { name: 'phone_index', nullable: true }) phoneIndex: Buffer | null;
  @Column('char', { length: 1, nullable: true }) sex: 'F' | 'M' | 'X' | null;
  @Column('smallint', { name: 'birth_year', nullable: true }) birthYear: number | null;
  @Column('text', { name: 'home_province', nullable: true }) homeProvince: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
