import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('counter')
export class Counter {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('integer') number: number;
  /** What it is called beside its number, such as a room. */
  @Column('text', { nullable: true }) name: string | null;
  /** Closed for good. */
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
}
