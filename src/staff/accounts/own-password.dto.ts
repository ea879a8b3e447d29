import { Flag, Instant, Text } from '../../platform/http/fields.js';
import { NewPassword } from './new-password.js';

export class PasswordChangeRequest {
  @Text({ max: 200, example: 'seven quiet herons crossing' }) currentPassword: string;
  @NewPassword() newPassword: string;
  @Text({
    max: 40,
    optional: true,
    example: '7K3M-Q2XD',
    description: 'The code that another administrator gave you, where one is owed.',
  })
  code?: string;
}

export class OwnPasswordResponse {
  @Instant({ nullable: true, description: 'When you chose it last; null where you never did.' })
  changedAt: string | null;
  @Flag({
    description: 'Somebody else made it: nothing else is answered before you have chosen another one.',
  })
  owed: boolean;
  @Flag({
    description:
      'Your account waits for another administrator: nothing else is answered before you have chosen a new password with the code that they give you.',
  })
  codeOwed: boolean;
}
