import { Choice, Choices, Count, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import {
  DURESS_NOTES,
  DURESS_WAYS,
  type DuressNote,
  type DuressWay,
  PRETENDED_ACTS,
  type PretendedAct,
} from './duress-codes.js';

/** A registration was opened with its help word: somebody may be forcing the person. */
export class DuressFlagResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Choice(DURESS_WAYS, { description: 'Where the word was last typed.' }) way: DuressWay;
  @Count({ example: 1, description: 'How often, since it was raised.' }) times: number;
  @Instant() raisedAt: string;
  @Instant() lastAt: string;
  @Choices(PRETENDED_ACTS, { description: 'What was answered as if done. Nothing was changed.' })
  tried: PretendedAct[];
  @Id({ nullable: true, description: 'The officer who took it up.' }) acknowledgedBy: string | null;
  @Instant({ nullable: true }) acknowledgedAt: string | null;
  @Choice(DURESS_NOTES, { nullable: true }) note: DuressNote | null;
  @Count({ example: 1 }) version: number;
}

export class DuressFlagsQuery extends PageQuery {
  @Choice(['open', 'acknowledged'] as const, { optional: true, description: '`open` if not given.' })
  state?: 'open' | 'acknowledged';
}

export class DuressFlagsPage {
  @Listed(() => DuressFlagResponse) items: DuressFlagResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

/** What became of it. */
export class AcknowledgementRequest {
  @Choice(DURESS_NOTES) note: DuressNote;
}
