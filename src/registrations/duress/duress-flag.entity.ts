import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DuressNote, DuressWay, PretendedAct } from './duress-codes.js';

/** Somebody opened a registration with its help word. */
@Entity('duress_flag')
export class DuressFlag {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') way: DuressWay;
  @Column('integer') times: number;
  @Column('timestamptz', { name: 'raised_at' }) raisedAt: Date;
  @Column('timestamptz', { name: 'last_at' }) lastAt: Date;
  @Column('text', { array: true }) tried: PretendedAct[];
  @Column('uuid', { name: 'acknowledged_by', nullable: true }) acknowledgedBy: string | null;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt: Date | null;
  @Column('text', { nullable: true }) note: DuressNote | null;
  @Column('integer') version: number;
}
