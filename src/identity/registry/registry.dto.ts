import { Choice, Id, Instant, Listed } from '../../platform/http/fields.js';
import {
  REGISTRY_RESULTS,
  type RegistryResult,
  REGISTRY_STATES,
  type RegistryState,
} from './registry-states.js';

/** A question to the citizen registry. What it answered is sealed as evidence. */
export class RegistryQueryResponse {
  @Id() id: string;
  @Choice(REGISTRY_STATES) state: RegistryState;
  @Choice(REGISTRY_RESULTS, { nullable: true }) result: RegistryResult | null;
  @Instant() askedAt: string;
  @Instant({ nullable: true }) answeredAt: string | null;
}

export class RegistryQueriesResponse {
  @Listed(() => RegistryQueryResponse, { description: 'Latest first.' }) items: RegistryQueryResponse[];
}
