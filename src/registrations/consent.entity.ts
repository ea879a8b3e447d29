import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentPurpose, ConsentRecipient } from './consent-purposes.js';

/** Each time the person agreed or withdrew; the latest for a purpose and a recipient counts. */
@Entity('consent')
export class Consent {
  @PrimaryColumn('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @PrimaryColumn('text') purpose: ConsentPurpose;
  @PrimaryColumn('text') recipient: ConsentRecipient;
  @Column('boolean') given: boolean;
  @PrimaryColumn('timestamptz') at: Date;
}
