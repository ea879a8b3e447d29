import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Judgement, QuestionCode } from './question-bank.js';

/** Questions drawn for one conversation, and how the officer judged each answer. The answers are sealed. */
@Entity('identity_interview')
export class IdentityInterview {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'officer_id' }) officerId: string;
  @Column('text', { array: true }) questions: QuestionCode[];
  @Column('text', { array: true, nullable: true }) judgements: Judgement[] | null;
  @Column('bytea', { name: 'answers_sealed', nullable: true, select: false }) answersSealed: Buffer | null;
  @Column('timestamptz', { name: 'drawn_at' }) drawnAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'evidence_id', nullable: true }) evidenceId: string | null;
}
