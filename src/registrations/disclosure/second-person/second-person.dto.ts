import { Choice, Flag, Id, Instant, Listed, Nested, Text } from '../../../platform/http/fields.js';
import {
  SECOND_PERSON_KINDS,
  type SecondPersonKind,
  VERDICTS,
  type Verdict,
  SECOND_PERSON_STATES,
  type SecondPersonState,
} from './second-person-state.js';

const KIND =
  '`location`: where the person is and was held. `statements`: what the evidence of their identity says, and notes to their band. One opens nothing of the other.';

/** What somebody has to see of a person, and why, for whoever decides. */
export class SecondPersonAskRequest {
  @Choice(SECOND_PERSON_KINDS, { description: KIND }) kind: SecondPersonKind;
  @Text({ max: 300, min: 8, example: 'The shelter moves them tonight and needs the address' }) reason: string;
}

export class SecondPersonDecisionRequest {
  @Choice(VERDICTS, {
    description: '`agreed` or `declined` of what is asked; `right` or `wrong` of what was opened in danger.',
  })
  verdict: Verdict;
}

/** That somebody asked to see what nobody sees alone, or opened it because of danger. Says nothing of what is seen. */
export class SecondPersonRequestResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Choice(SECOND_PERSON_KINDS, { description: KIND }) kind: SecondPersonKind;
  @Choice(SECOND_PERSON_STATES) state: SecondPersonState;
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

export class SecondPersonRequestsPage {
  @Listed(() => SecondPersonRequestResponse) items: SecondPersonRequestResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

/** What the caller last asked about one person, of each kind. */
export class OwnSecondPersonResponse {
  @Nested(() => SecondPersonRequestResponse, { optional: true }) location?: SecondPersonRequestResponse;
  @Nested(() => SecondPersonRequestResponse, { optional: true }) statements?: SecondPersonRequestResponse;
}
