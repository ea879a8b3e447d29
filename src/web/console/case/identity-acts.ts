import { Injectable } from '@nestjs/common';
import { TieRequest } from '../../../identity/assignment/reviews.dto.js';
import { Ties } from '../../../identity/assignment/ties.service.js';
import { ResolutionService } from '../../../identity/contradictions/resolution.service.js';
import { HandOverRequest } from '../../../identity/hand-over/hand-over.dto.js';
import { HandOvers } from '../../../identity/hand-over/hand-over.service.js';
import { ResolutionRequest } from '../../../identity/identity.dto.js';
import { Vouchings } from '../../../identity/vouching/vouchings.service.js';
import { isId } from '../../../platform/ids.js';
import { invalid } from '../../../platform/problems/problem.js';
import { typed } from '../../forms/check-form.js';
import { requestOf } from '../../forms/request-of.js';
import type { SentAct } from './case-section.js';
import { IdentityQuestionActs } from './identity-question-acts.js';

/** What can be done about an identity besides recording evidence and deciding. */
@Injectable()
export class IdentityActs {
  private readonly said = {
    contradiction: ({ caller, registrationId, version, fields }: SentAct) => {
      const { which, ...rest } = fields as Record<string, unknown>;
      const { reason } = requestOf(ResolutionRequest, rest);
      if (!isId(which)) throw invalid({ pointer: '/which', code: 'required' });
      return this.resolution.resolve(caller, registrationId, which, version, reason);
    },
    'referee-confirm': ({ caller, registrationId, version, subject }: SentAct) =>
      this.vouchings.confirmHere(caller, registrationId, subject, version),
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
    private readonly handOvers: HandOvers,
    private readonly ties: Ties,
    private readonly vouchings: Vouchings,
    private readonly questions: IdentityQuestionActs,
  ) {}

  get acts() {
    return { ...this.questions.acts, ...this.said };
  }
}
