import { STAFF_ROLES, type StaffRole } from '../../platform/auth/roles.js';
import { Choice, Flag, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import { GIVEN, type Given } from './giving.js';

export class CountersignatureResponse {
  @Id() id: string;
  @Id() accountId: string;
  @Text({ max: 64, example: 'officer' }) username: string;
  @Text({ max: 120, example: 'Officer at counter 1' }) displayName: string;
  @Choice(STAFF_ROLES) role: StaffRole;
  @Choice(GIVEN) given: Given;
  @Id() givenBy: string;
  @Text({ max: 120, example: 'Administrator of PNH' }) givenByName: string;
  @Instant() givenAt: string;
  @Flag({
    description:
      'Its holder has signed in, chosen a password of their own and set up the second step that is asked of them. Only then can it be confirmed.',
  })
  takenOver: boolean;
}

export class CountersignatureList {
  @Listed(() => CountersignatureResponse) items: CountersignatureResponse[];
}
