import { Choices, Nested, Text } from '../../platform/http/fields.js';
import { ContactRequest, NamedAdultRequest } from '../intake/intake.dto.js';
import { HomeResponse, IdentityResponse, LocationResponse } from '../registrations.dto.js';

export const DISCLOSABLE = ['identity', 'contact', 'location', 'home', 'adult'] as const;
export type Disclosable = (typeof DISCLOSABLE)[number];

/** Whether what is asked for says where somebody is: then a second person has agreed, and staff are asked again whether it is them. */
export const tellsWhere = (parts: unknown): boolean => Array.isArray(parts) && parts.includes('location');

export class DisclosureRequest {
  @Choices(DISCLOSABLE) parts: Disclosable[];
  @Text({ max: 300, min: 8, example: 'Sits at my counter, comparing with the old passport' }) reason: string;
}

export class DisclosureResponse {
  @Nested(() => IdentityResponse, { optional: true }) identity?: IdentityResponse;
  @Nested(() => ContactRequest, { optional: true }) contact?: ContactRequest;
  @Nested(() => LocationResponse, { optional: true }) location?: LocationResponse;
  @Nested(() => HomeResponse, { optional: true }) home?: HomeResponse;
  @Nested(() => NamedAdultRequest, { optional: true }) adult?: NamedAdultRequest;
}
