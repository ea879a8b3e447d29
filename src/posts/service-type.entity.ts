import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people come to a counter for, and how long it takes. */
@Entity('service_type')
export class ServiceType {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') code: string;
  /** Planned minutes at the counter. */
  @Column('integer') minutes: number;
  /** Whether people are booked for it from now on. */
  @Column('boolean') active: boolean;
}
