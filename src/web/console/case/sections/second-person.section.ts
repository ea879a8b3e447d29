import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../../platform/auth/caller.js';
import { SecondPersonAskRequest } from '../../../../registrations/disclosure/second-person/second-person.dto.js';
import { SecondPersonRequests } from '../../../../registrations/disclosure/second-person/second-person-requests.service.js';
import {
  DISCLOSERS,
  type SecondPersonKind,
} from '../../../../registrations/disclosure/second-person/second-person-state.js';
import { requestOf } from '../../../forms/request-of.js';
import type { CaseAct } from '../case-act.js';
import type { CaseSection, DoAct, SentAct } from '../case-section.js';

const MAY_KNOW: readonly Caller['role'][] = DISCLOSERS;

/** Whether the reader may see what nobody sees alone, and how to come to it: never what it is itself. */
@Injectable()
export class SecondPersonSection implements CaseSection<'secondPerson'> {
  readonly name = 'secondPerson';
  readonly acts = {
    'whereabouts-ask': this.asking('location'),
    'whereabouts-danger': this.opening('location'),
    'statements-ask': this.asking('statements'),
    'statements-danger': this.opening('statements'),
  };

  constructor(private readonly requests: SecondPersonRequests) {}

  async read(caller: Caller, registrationId: string) {
    if (!MAY_KNOW.includes(caller.role)) return { section: null };
    const { location = null, statements = null } = await this.requests.own(caller, registrationId);
    const offers: CaseAct[] = [
      ...offersOf(location, ['whereabouts-ask', 'whereabouts-danger']),
      ...offersOf(statements, ['statements-ask', 'statements-danger'], 'statements'),
    ];
    return { section: { location, statements, shown: null }, offers };
  }

  private asking(kind: SecondPersonKind): DoAct {
    return ({ caller, registrationId, fields }: SentAct) =>
      this.requests.ask(caller, registrationId, requestOf(SecondPersonAskRequest, { ...fields, kind }));
  }

  private opening(kind: SecondPersonKind): DoAct {
    return ({ caller, registrationId, fields }: SentAct) =>
      this.requests.openInDanger(
        caller,
        registrationId,
        requestOf(SecondPersonAskRequest, { ...fields, kind }),
      );
  }
}

/** While it is asked for it can still be opened in danger; while it is open there is nothing to ask for, only to look at. */
function offersOf(
  request: { open: boolean; state: string } | null,
  [ask, danger]: [CaseAct, CaseAct],
  look?: CaseAct,
): CaseAct[] {
  if (request?.open) return look ? [look] : [];
  return request?.state === 'asked' ? [danger] : [ask, danger];
}
