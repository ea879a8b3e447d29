import { Choice, Flag, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import { STANDING_STATES, type StandingState } from './vouching-states.js';

/** That somebody named the caller as vouching for them. Who that is, they know themselves. */
export class OwnVouchingResponse {
  @Id() id: string;
  @Choice(STANDING_STATES) state: StandingState;
  @Instant() askedAt: string;
}

export class OwnVouchingsResponse {
  @Listed(() => OwnVouchingResponse, { description: 'Oldest first; what was refused is gone.' })
  items: OwnVouchingResponse[];
  @Flag({
    example: false,
    description: 'Somebody else handed them their codes: to vouch they come to a counter.',
  })
  atCounter: boolean;
}

export class VouchingConfirmation {
  @Text({
    max: 40,
    example: 'PNH-7K3M-Q2XD-5',
    description: 'Reference of the person whom the caller vouches for, as that person told them.',
  })
  reference: string;
}
