import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('counter')
export class Counter {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('integer') number: number;
}
