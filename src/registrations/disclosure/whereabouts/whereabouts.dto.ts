import { Choice, Flag, Id, Instant, Listed, Nested, Text } from '../../../platform/http/fields.js';
import { VERDICTS, type Verdict, WHEREABOUTS_STATES, type WhereaboutsState } from './whereabouts-state.js';

/** Why somebody has to know where a person is, for whoever decides. */
export class WhereaboutsAskRequest {
  @Text({ max: 300, min: 8, example: 'The shelter moves them tonight and needs the address' }) reason: string;
}

export class WhereaboutsDecisionRequest {
  @Choice(VERDICTS, {
    description: '`agreed` or `declined` of what is asked; `right` or `wrong` of what was opened in danger.',
  })
  verdict: Verdict;
}

/** That somebody asked to see where a person is, or opened it because of danger. Says nothing of the place. */
export class WhereaboutsRequestResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Choice(WHEREABOUTS_STATES) state: WhereaboutsState;
  @Text({
    max: 300,
    nullable: true,
    example: 'The shelter moves them tonight and needs the address',
    description: 'Nothing once the person is erased.',
  })
  reason: string | null;
  @Id() askedBy: string;
  @Text({ max: 120, example: 'Officer at counter 1' }) askedByName: string;
  @Instant() askedAt: string;
  @Instant({ description: 'Until when somebody can agree to what is asked.' }) lapsesAt: string;
  @Text({ max: 120, nullable: true, example: 'Officer at counter 2' }) decidedByName: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Instant({ nullable: true, description: 'Until when whoever asked may see it.' }) openUntil: string | null;
  @Flag({ description: 'Whether whoever asked may see it now.' }) open: boolean;
}

export class WhereaboutsRequestsPage {
  @Listed(() => WhereaboutsRequestResponse) items: WhereaboutsRequestResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

/** What the caller last asked about one person. */
export class OwnWhereaboutsResponse {
  @Nested(() => WhereaboutsRequestResponse, { optional: true }) request?: WhereaboutsRequestResponse;
}
