import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An officer at work at a counter, from opening to closing it. */
@Entity('counter_session')
export class CounterSession {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'counter_id' }) counterId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
}
