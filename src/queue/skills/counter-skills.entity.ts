import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Services that a counter is made for, whoever sits there. */
@Entity('counter_skills')
export class CounterSkills {
  @PrimaryColumn('uuid', { name: 'counter_id' }) counterId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text', { array: true }) skills: string[];
  @Column('uuid', { name: 'changed_by' }) changedBy: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  @Column('integer') version: number;
}
