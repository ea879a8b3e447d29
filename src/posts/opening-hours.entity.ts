import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One stretch of a weekday during which counters are staffed, in the post's local time. */
@Entity('opening_hours')
export class OpeningHours {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: string;
  /** ISO: 1 is Monday. */
  @PrimaryColumn('smallint') weekday: number;
  /** `HH:MM:SS` */
  @PrimaryColumn('time') opens: string;
  /** `HH:MM:SS` */
  @Column('time') closes: string;
}
