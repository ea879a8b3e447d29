import { Injectable } from '@nestjs/common';
import { ClearanceDecisions } from '../../../../departures/clearances/clearance-decisions.service.js';
import {
  ExitClearanceGrantRequest,
  ExitClearanceRequest,
} from '../../../../departures/clearances/exit-clearances.dto.js';
import { ExitClearancesService } from '../../../../departures/clearances/exit-clearances.service.js';
import type { Caller } from '../../../../platform/auth/caller.js';
import { requestOf } from '../../../forms/request-of.js';
import { decimal, yesOrNo } from '../../../forms/typed-values.js';
import type { CaseAct } from '../case-act.js';
import type { CaseSection, SentAct } from '../case-section.js';
import { unlessNone } from '../../../../platform/problems/unless-none.js';

const OFFERS: Readonly<Record<string, readonly CaseAct[]>> = {
  none: ['exit-request'],
  requested: ['exit-grant', 'exit-refuse'],
  refused: ['exit-request'],
};

/** The host country's permission to leave. */
@Injectable()
export class ExitClearanceSectionOfCase implements CaseSection<'exitClearance'> {
  readonly name = 'exitClearance';
  readonly acts = {
    'exit-request': ({ caller, registrationId, fields, once }: SentAct) => {
      const request = { ...fields, personAgrees: yesOrNo(fields, 'personAgrees') };
      return this.clearances.request(caller, registrationId, requestOf(ExitClearanceRequest, request), once);
    },
    'exit-grant': ({ caller, subject, version, fields }: SentAct) => {
      const request = { ...fields, waived: decimal(fields, 'waived') };
      return this.decisions.grant(caller, subject, version, requestOf(ExitClearanceGrantRequest, request));
    },
    'exit-refuse': ({ caller, subject, version }: SentAct) => this.decisions.refuse(caller, subject, version),
  };

  constructor(
    private readonly clearances: ExitClearancesService,
    private readonly decisions: ClearanceDecisions,
  ) {}

  async read(caller: Caller, registrationId: string) {
    const clearance = await unlessNone(this.clearances.read(caller, registrationId));
    const offers = OFFERS[clearance?.status ?? 'none'] ?? [];
    return { section: { clearance }, offers, next: offers[0] };
  }
}
