import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number that a post gave out on a day. */
@Entity('ticket_day')
export class TicketDay {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: string;
  /** `YYYY-MM-DD`, local to the post. */
  @PrimaryColumn('date') day: string;
  @Column('integer', { name: 'last_number' }) lastNumber: number;
}
