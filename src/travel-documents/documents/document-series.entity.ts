import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The numbers of one post: its two letters, then seven digits without gaps. */
@Entity('document_series')
export class DocumentSeries {
  @PrimaryColumn('char', { length: 2 }) prefix: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('integer', { name: 'last_number' }) lastNumber: number;
}
