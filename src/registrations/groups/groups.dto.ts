import { Flag, Id, Listed, Nested, Text, Whole } from '../../platform/http/fields.js';
import { RegistrationReceipt, RegistrationRequest } from '../intake/intake.dto.js';
import { CaseResponse } from '../registrations.dto.js';

/** The most people who register together; larger parties come by a shelter's list. */
export const LARGEST_GROUP = 10;

export class GroupMemberRequest extends RegistrationRequest {
  @Whole({
    min: 0,
    max: LARGEST_GROUP - 1,
    optional: true,
    example: 0,
    description: 'For a minor: which of the members, counted from 0, they are with.',
  })
  guardian?: number;
}

/** A family, or friends, who report together. Each gets an own case and agrees for themself. */
export class RegistrationGroupRequest {
  @Nested(() => GroupMemberRequest, { array: true, max: LARGEST_GROUP }) members: GroupMemberRequest[];
}

/** A receipt for each member, in the order they were sent. Nobody's codes open another's case. */
export class RegistrationGroupReceipt {
  @Id() id: string;
  @Listed(() => RegistrationReceipt) members: RegistrationReceipt[];
}

export class CompanionResponse extends CaseResponse {
  @Id({ nullable: true, description: 'Registration of the adult whom a minor is with.' })
  guardianId: string | null;
  @Flag({ description: 'Whether this is the case that was asked for.' }) self: boolean;
}

export class CompanionsResponse {
  @Listed(() => CompanionResponse) items: CompanionResponse[];
  @Text({
    max: 200,
    nullable: true,
    example: 'W••• C•••',
    description: 'Masked: whom a child says they are with, who did not register together with them.',
  })
  namedAdult: string | null;
}

/** The adult whom a child is with, by the number of their registration. */
export class GuardianRequest {
  @Text({ max: 40, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
}
