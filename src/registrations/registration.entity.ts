import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Need } from './needs.js';
import { Person } from './person.entity.js';
import type { RegistrationStatus } from './registration-status.js';
import type { TravelTime } from './travel-time.js';

/** One person's case, from the first report on. */
@Entity('registration')
export class Registration {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @ManyToOne(() => Person) @JoinColumn({ name: 'person_id' }) person: Person;
  @Column('text') reference: string;
  @Column('bytea', { name: 'access_secret_index' }) accessSecretIndex: Buffer;
  @Column('bytea', { name: 'access_code_index' }) accessCodeIndex: Buffer;
  /** Of the help word, where the person has chosen one. */
  @Column('bytea', { name: 'help_word_index', nullable: true }) helpWordIndex: Buffer | null;
  /** From when on the help word opens nothing, as if the person had been erased. */
  @Column('timestamptz', { name: 'help_word_closed_at', nullable: true }) helpWordClosedAt: Date | null;
  /** When staff last gave codes anew: theirs were the first hands that these were in. */
  @Column('timestamptz', { name: 'codes_renewed_at', nullable: true }) codesRenewedAt: Date | null;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId: string | null;
  /** The adult of the same group whom a minor is with. */
  @Column('uuid', { name: 'guardian_id', nullable: true }) guardianId: string | null;
  @Column('text') channel: 'self' | 'kiosk' | 'officer' | 'organisation';
  @Column('text') status: RegistrationStatus;
  @Column('text', { name: 'closed_as', nullable: true }) closedAs: string | null;
  @Column('text', { array: true }) needs: Need[];
  @Column('text') language: string;
  @Column('text', { name: 'travel_time', nullable: true }) travelTime: TravelTime | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
  @Column('integer') version: number;
}
