import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an officer can do at a post beyond what everybody can. */
@Entity('officer_skills')
export class OfficerSkills {
  @PrimaryColumn('uuid', { name: 'post_id' }) postId: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('text', { array: true }) skills: string[];
  @Column('uuid', { name: 'changed_by' }) changedBy: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  @Column('integer') version: number;
}
