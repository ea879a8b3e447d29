import { Injectable } from '@nestjs/common';
import { FamilyQuestionRequest } from '../../../identity/family/family.dto.js';
import { FamilyRequests } from '../../../identity/family/family-requests.service.js';
import { InterviewAnswersRequest } from '../../../identity/interview/interview.dto.js';
import { Interviews } from '../../../identity/interview/interviews.service.js';
import { RegistryQueries } from '../../../identity/registry/registry-queries.service.js';
import { type FieldPlaces, type FormBody, typed } from '../../forms/check-form.js';
import { requestOf } from '../../forms/request-of.js';
import type { SentAct } from './case-section.js';

const ANSWER = 'answer-';

/** Who is asked about an identity: the registry, the person, their family. */
@Injectable()
export class IdentityQuestionActs {
  readonly acts = {
    'registry-ask': ({ caller, registrationId, once }: SentAct) =>
      this.registry.ask(caller, registrationId, once),
    'interview-draw': ({ caller, registrationId }: SentAct) => this.interviews.draw(caller, registrationId),
    'interview-judge': ({ caller, registrationId, subject, fields }: SentAct) => {
      const given = answersIn(fields);
      const { answers } = requestOf(InterviewAnswersRequest, { answers: given }, answerPlaces(given));
      return this.interviews.finish(caller, registrationId, subject, answers);
    },
    'family-ask': ({ caller, registrationId, fields, once }: SentAct) => {
      const { question } = requestOf(FamilyQuestionRequest, fields);
      return this.family.ask(caller, registrationId, question, once);
    },
  };

  constructor(
    private readonly registry: RegistryQueries,
    private readonly interviews: Interviews,
    private readonly family: FamilyRequests,
  ) {}
}

/** A form has two fields for each question. */
const answersIn = (fields: FormBody) =>
  Object.keys(fields ?? {})
    .filter((name) => name.startsWith(ANSWER))
    .map((name) => name.slice(ANSWER.length))
    .map((question) => ({
      question,
      answer: typed(fields, ANSWER + question),
      judgement: typed(fields, `judgement-${question}`),
    }));

/** Where a fault in one of them is shown: at the field of its question. */
const answerPlaces = (answers: readonly { question: string }[]): FieldPlaces =>
  Object.fromEntries(
    answers.flatMap(({ question }, index) => [
      [`/answers/${index}/answer`, ANSWER + question],
      [`/answers/${index}/judgement`, `judgement-${question}`],
    ]),
  );
