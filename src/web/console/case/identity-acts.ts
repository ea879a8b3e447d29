import { Injectable } from '@nestjs/common';
import { TieRequest } from '../../../identity/assignment/reviews.dto.js';
import { Ties } from '../../../identity/assignment/ties.service.js';
import { ResolutionService } from '../../../identity/contradictions/resolution.service.js';
import { FamilyQuestionRequest } from '../../../identity/family/family.dto.js';
import { FamilyRequests } from '../../../identity/family/family-requests.service.js';
import { HandOverRequest } from '../../../identity/hand-over/hand-over.dto.js';
import { HandOvers } from '../../../identity/hand-over/hand-over.service.js';
import { ResolutionRequest } from '../../../identity/identity.dto.js';
import { InterviewAnswersRequest } from '../../../identity/interview/interview.dto.js';
import { Interviews } from '../../../identity/interview/interviews.service.js';
import { RegistryQueries } from '../../../identity/registry/registry-queries.service.js';
import { Vouchings } from '../../../identity/vouching/vouchings.service.js';
import { isId } from '../../../platform/ids.js';
import { invalid } from '../../../platform/problems/problem.js';
import { type FieldPlaces, type FormBody, typed } from '../../forms/check-form.js';
import { requestOf } from '../../forms/request-of.js';
import type { SentAct } from './case-section.js';

const ANSWER = 'answer-';

/** What can be done about an identity besides recording evidence and deciding. */
@Injectable()
export class IdentityActs {
  readonly acts = {
    contradiction: ({ caller, registrationId, version, fields }: SentAct) => {
      const { which, ...rest } = fields as Record<string, unknown>;
      const { reason } = requestOf(ResolutionRequest, rest);
      if (!isId(which)) throw invalid({ pointer: '/which', code: 'required' });
      return this.resolution.resolve(caller, registrationId, which, version, reason);
    },
    'referee-confirm': ({ caller, registrationId, version, subject }: SentAct) =>
      this.vouchings.confirmHere(caller, registrationId, subject, version),
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
    'hand-over': ({ caller, registrationId, fields }: SentAct) => {
      const { country } = requestOf(HandOverRequest, {
        country: typed(fields, 'country').trim().toUpperCase(),
      });
      return this.handOvers.handOver(caller, registrationId, country);
    },
    tie: ({ caller, registrationId, fields }: SentAct) =>
      this.ties.declare(caller, registrationId, requestOf(TieRequest, fields).kind),
  };

  constructor(
    private readonly resolution: ResolutionService,
    private readonly registry: RegistryQueries,
    private readonly interviews: Interviews,
    private readonly family: FamilyRequests,
    private readonly handOvers: HandOvers,
    private readonly ties: Ties,
    private readonly vouchings: Vouchings,
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
