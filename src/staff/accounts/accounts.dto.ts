import { STAFF_ROLES, type StaffRole } from '../../platform/auth/roles.js';
import { Choice, Count, Flag, Id, Instant, Listed, Text, Texts } from '../../platform/http/fields.js';
import { NewPassword } from './new-password.js';

const USERNAME = { max: 64, min: 3, pattern: /^[a-z0-9][a-z0-9._-]{2,63}$/, example: 'officer' };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export class NewAccountRequest {
  @Text(USERNAME) username: string;
  @Text({ max: 120, example: 'Officer at counter 1' }) displayName: string;
  @Choice(STAFF_ROLES) role: StaffRole;
  @NewPassword() password: string;
  @Texts({
    max: 36,
    maxItems: 50,
    pattern: UUID,
    example: ['01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11'],
    description: 'Posts of yours that the account works for.',
  })
  posts: string[];
}

export class AccountChangeRequest {
  @Flag({ description: 'False ends every session of the account and lets nobody sign in with it.' })
  active: boolean;
}

export class AccountResponse {
  @Id() id: string;
  @Text(USERNAME) username: string;
  @Text({ max: 120, example: 'Officer at counter 1' }) displayName: string;
  @Choice(STAFF_ROLES) role: StaffRole;
  @Flag() active: boolean;
  @Flag({ description: 'Signs in with a second factor.' }) secondFactor: boolean;
  @Flag({
    description: 'Can do nothing before its holder has chosen a password with another administrator’s code.',
  })
  waits: boolean;
  @Texts({ max: 36, maxItems: 50, example: ['01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11'] }) posts: string[];
  @Count({ example: 1 }) version: number;
  @Instant() createdAt: string;
}

export class GivenPasswordResponse {
  @Text({ max: 200, example: '7K3M-Q2XD-5RTW-9PBF', description: 'Its holder has to choose another one.' })
  password: string;
}

export class AccountList {
  @Listed(() => AccountResponse) items: AccountResponse[];
}
