import { Choice, Instant, Listed, Text } from '../../platform/http/fields.js';
import { MESSAGE_KINDS, type MessageKind } from '../message-kinds.js';

/** A message that left for the person who asks. */
export class OwnMessageResponse {
  @Choice(MESSAGE_KINDS) kind: MessageKind;
  @Text({ max: 10, example: 'sms' }) channel: string;
  @Text({ max: 20, nullable: true, example: '•••678', description: 'Where it went, masked.' })
  address: string | null;
  @Instant() sentAt: string;
  @Instant({ nullable: true, description: 'When it arrived, where that is known.' }) deliveredAt:
    string | null;
  @Text({
    max: 500,
    example: 'Your paper is ready. Come and collect it while we are open: Mon-Fri 09:00-17:00.',
  })
  words: string;
}

export class OwnMessagesResponse {
  @Listed(() => OwnMessageResponse) items: OwnMessageResponse[];
}
