import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { invalid, notFound, Problem } from '../../platform/problems/problem.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { Ties } from '../assignment/ties.service.js';
import { EvidenceIntake } from '../evidence-intake.js';
import { IdentityInterview } from './identity-interview.entity.js';
import type { InterviewAnswer, InterviewsResponse } from './interview.dto.js';
import { drawQuestions, weighInterview } from './interview-rules.js';

/** Conversations whose questions the system draws, so that nobody can be prepared for them or let off lightly. */
@Injectable()
export class Interviews {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly ties: Ties,
    private readonly intake: EvidenceIntake,
  ) {}

  /** On record as a read. @throws Problem `not-found` */
  read(caller: Caller, registrationId: string): Promise<InterviewsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.people.registration(tx, registrationId);
      await this.intake.record(tx, caller, registration, 'identity.interviews-read');
      return this.describe(tx, registrationId);
    });
  }

  /** Draws questions, or shows those that were drawn and not yet judged: nobody draws until they like them. */
  draw(caller: Caller, registrationId: string): Promise<InterviewsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.ties.requireOpen(tx, caller, registrationId);
      const before = await tx.findBy(IdentityInterview, { registrationId });
      if (!before.some(({ endedAt, officerId }) => endedAt === null && officerId === caller.id)) {
        const questions = drawQuestions(before.flatMap((one) => one.questions));
        await tx.query(
          `INSERT INTO identity_interview (id, post_id, registration_id, officer_id, questions, drawn_at)
           VALUES ($1, $2, $3, $4, $5, clock_timestamp())`,
          [newId(), registration.postId, registrationId, caller.id, questions],
        );
        await this.intake.record(tx, caller, registration, 'identity.interview-drawn', { questions });
      }
      return this.describe(tx, registrationId);
    });
  }

  /**
   * Takes the answers to the questions that the caller drew; what they are worth follows by rule.
   * @throws Problem `not-found`, `invalid-input` where a question is missing or was not drawn, 409: `not-open`, `tied-to-person`, `already-judged`
   */
  finish(
    caller: Caller,
    registrationId: string,
    interviewId: string,
    answers: readonly InterviewAnswer[],
  ): Promise<InterviewsResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const registration = await this.ties.requireOpen(tx, caller, registrationId);
      const interview = await this.ownOpen(tx, caller, registrationId, interviewId);
      const ordered = interview.questions.map((code) => answers.find(({ question }) => question === code));
      if (answers.length !== ordered.length || ordered.includes(undefined))
        throw invalid({ pointer: '/answers', code: 'not-a-choice' });
      await this.keep(tx, caller, registration, interview, ordered as InterviewAnswer[]);
      return this.describe(tx, registrationId);
    });
  }

  private async ownOpen(tx: EntityManager, caller: Caller, registrationId: string, id: string) {
    const found = await tx.findOneBy(IdentityInterview, { id, registrationId, officerId: caller.id! });
    if (!found) throw notFound();
    if (found.endedAt !== null) throw new Problem('conflict', 'already-judged');
    return found;
  }

  private async keep(
    tx: EntityManager,
    caller: Caller,
    registration: Registration,
    { id }: IdentityInterview,
    answers: readonly InterviewAnswer[],
  ): Promise<void> {
    const judgements = answers.map(({ judgement }) => judgement);
    const statement = answers.map((one) => `${one.question}: ${one.answer} (${one.judgement})`).join('; ');
    const evidence = {
      kind: 'interview',
      origin: 'interview',
      refereeId: null,
      statement,
      ...weighInterview(judgements),
    } as const;
    const evidenceId = await this.intake.add(tx, caller, registration, evidence, []);
    await tx.query(
      `UPDATE identity_interview SET judgements = $2, answers_sealed = $3, ended_at = clock_timestamp(), evidence_id = $4
       WHERE id = $1`,
      [id, judgements, this.people.key(registration.person).seal('interview-answers', answers), evidenceId],
    );
  }

  private async describe(tx: EntityManager, registrationId: string): Promise<InterviewsResponse> {
    const interviews = await tx.find(IdentityInterview, {
      where: { registrationId },
      order: { drawnAt: 'DESC', id: 'DESC' },
      take: 20,
    });
    return {
      items: interviews.map(({ id, officerId, questions, judgements, drawnAt, endedAt }) => ({
        id,
        officer: officerId,
        questions,
        judged: judgements && questions.map((question, at) => ({ question, judgement: judgements[at]! })),
        drawnAt: drawnAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      })),
    };
  }
}
