import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../../platform/auth/caller.js';
import { WhereaboutsAskRequest } from '../../../../registrations/disclosure/whereabouts/whereabouts.dto.js';
import { WhereaboutsRequests } from '../../../../registrations/disclosure/whereabouts/whereabouts-requests.service.js';
import { DISCLOSERS } from '../../../../registrations/disclosure/whereabouts/whereabouts-state.js';
import { requestOf } from '../../../forms/request-of.js';
import type { CaseAct } from '../case-act.js';
import type { CaseSection, SentAct } from '../case-section.js';

const MAY_KNOW: readonly Caller['role'][] = DISCLOSERS;

/** Whether the reader may see where the person is, and how to come to it: never the place itself. */
@Injectable()
export class WhereaboutsSection implements CaseSection<'whereabouts'> {
  readonly name = 'whereabouts';
  readonly acts = {
    'whereabouts-ask': ({ caller, registrationId, fields }: SentAct) =>
      this.requests.ask(caller, registrationId, requestOf(WhereaboutsAskRequest, fields)),
    'whereabouts-danger': ({ caller, registrationId, fields }: SentAct) =>
      this.requests.openInDanger(caller, registrationId, requestOf(WhereaboutsAskRequest, fields)),
  };

  constructor(private readonly requests: WhereaboutsRequests) {}

  async read(caller: Caller, registrationId: string) {
    if (!MAY_KNOW.includes(caller.role)) return { section: null };
    const { request } = await this.requests.own(caller, registrationId);
    return { section: { request: request ?? null }, offers: offersOf(request) };
  }
}

/** While it is asked for it can still be opened in danger; while it is open there is nothing to ask for. */
function offersOf(request?: { open: boolean; state: string }): CaseAct[] {
  if (request?.open) return [];
  return request?.state === 'asked' ? ['whereabouts-danger'] : ['whereabouts-ask', 'whereabouts-danger'];
}
