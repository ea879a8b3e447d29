import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question that the home ministry puts to somebody's family. Question and answer are sealed. */
@Entity('family_request')
export class FamilyRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('text') state: 'open' | 'answered';
  @Column('bytea', { name: 'question_sealed', select: false }) questionSealed: Buffer;
  @Column('bytea', { name: 'answer_sealed', nullable: true, select: false }) answerSealed: Buffer | null;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('uuid', { name: 'evidence_id', nullable: true }) evidenceId: string | null;
}
