import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A program of a partner organisation that may use the API for one post. */
@Entity('api_client')
export class ApiClient {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') name: string;
  @Column('bytea', { name: 'secret_index' }) secretIndex: Buffer;
  @Column('boolean') active: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
