import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Each time a number was called; attempts count over the whole visit. */
@Entity('ticket_call')
export class TicketCall {
  @PrimaryColumn('uuid', { name: 'ticket_id' }) ticketId: string;
  @PrimaryColumn('smallint') attempt: number;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'counter_session_id' }) counterSessionId: string;
  @Column('timestamptz', { name: 'called_at' }) calledAt: Date;
}
