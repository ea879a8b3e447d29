import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which the post is closed. */
@Entity('holiday')
export class Holiday {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: string;
  /** `YYYY-MM-DD` */
  @PrimaryColumn('date') day: string;
  @Column('text') name: string;
}
