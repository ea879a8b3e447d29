import { STAFF_ROLES, type StaffRole } from '../../platform/auth/roles.js';
import { Choice, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
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
  @Instant({
    nullable: true,
    description:
      'When it was confirmed last, and a code given. It waits on until its holder has used the code.',
  })
  confirmedAt: string | null;
}

export class CountersignatureList {
  @Listed(() => CountersignatureResponse) items: CountersignatureResponse[];
}

export class HolderCodeResponse {
  @Text({
    max: 20,
    example: '7K3M-Q2XD',
    description:
      'Told once, to be read to the account’s holder: only with it and the present password can a new one be chosen. Good once, for a day.',
  })
  code: string;
}
