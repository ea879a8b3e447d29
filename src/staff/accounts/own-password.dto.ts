import { Flag, Instant, Text } from '../../platform/http/fields.js';
import { NewPassword } from './new-password.js';

export class PasswordChangeRequest {
  @Text({ max: 200, example: 'seven quiet herons crossing' }) currentPassword: string;
  @NewPassword() newPassword: string;
}

export class OwnPasswordResponse {
  @Instant({ nullable: true, description: 'When you chose it last; null where you never did.' })
  changedAt: string | null;
  @Flag({
    description: 'Somebody else made it: nothing else is answered before you have chosen another one.',
  })
  owed: boolean;
}
