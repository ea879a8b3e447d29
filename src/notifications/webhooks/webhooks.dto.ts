import { Choice, Text } from '../../platform/http/fields.js';

export class MessageReceiptRequest {
  @Text({ max: 200, example: 'SM-0001', description: "The gateway's own id, as it answered it." }) id: string;
  @Choice(['delivered', 'undelivered'] as const) status: 'delivered' | 'undelivered';
  @Text({
    max: 60,
    optional: true,
    example: '01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11-1',
    description: 'What it was given as `{id}`: finds a message whose answer was lost.',
  })
  reference?: string;
}

export class MessageReplyRequest {
  @Text({ max: 200, example: 'MO-0001', description: "The gateway's own id; the same one counts once." })
  id: string;
  @Text({ max: 32, pattern: /^\+?[0-9 ]{3,30}$/, example: '+85512345678' }) from: string;
  @Text({ max: 2000, min: 0, example: '1' }) text: string;
}
