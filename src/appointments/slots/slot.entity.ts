import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ServiceType } from '../../posts/service-type.entity.js';

/** A stretch of time for one service. How many people it takes is the number of its seats. */
@Entity('slot')
export class Slot {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'service_type_id' }) serviceTypeId: string;
  @ManyToOne(() => ServiceType) @JoinColumn({ name: 'service_type_id' }) service: ServiceType;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
}
