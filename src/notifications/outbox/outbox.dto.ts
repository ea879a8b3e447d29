import { Amount, Choice, Count, Flag, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { MESSAGE_KINDS, type MessageKind } from '../message-kinds.js';
import { MESSAGE_STATES, type MessageState } from '../message-status.js';

export class MessagesQuery extends PageQuery {
  @Choice(MESSAGE_STATES, { optional: true }) state?: MessageState;
}

/** A message as staff see it: what about, to whom by id, and what became of it. */
export class MessageResponse {
  @Id() id: string;
  @Id({ description: 'The registration it is about.' }) recipientId: string;
  @Choice(MESSAGE_KINDS) kind: MessageKind;
  @Choice(MESSAGE_STATES, {
    description:
      '`uncertain`: it may have been taken by the gateway or not, so it is not sent again unasked.',
  })
  state: MessageState;
  @Text({
    max: 40,
    nullable: true,
    example: 'gateway-busy',
    description: 'Why it waits, failed or was not sent.',
  })
  reason: string | null;
  @Text({ max: 10, nullable: true, example: 'sms' }) channel: string | null;
  @Text({ max: 20, nullable: true, example: 'smpp' }) gateway: string | null;
  @Text({ max: 20, nullable: true, example: '•••678' }) address: string | null;
  @Count({ example: 1 }) attempts: number;
  @Count({ nullable: true, example: 1, description: 'Parts of a text message.' }) segments: number | null;
  @Amount({ nullable: true, example: 0.05 }) cost: number | null;
  @Instant() queuedAt: string;
  @Instant({ description: 'When it may go, or next try.' }) dueAt: string;
  @Instant({ nullable: true }) sentAt: string | null;
  @Instant({ nullable: true }) deliveredAt: string | null;
  @Flag({ description: 'Whether a supervisor may have it sent again.' }) dead: boolean;
  @Count({ example: 3 }) version: number;
}

export class MessagePage {
  @Listed(() => MessageResponse) items: MessageResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

export class StateCount {
  @Choice(MESSAGE_STATES) state: MessageState;
  @Count() messages: number;
}

export class MessageFigures {
  @Text({ max: 60, example: 'Asia/Phnom_Penh' }) timeZone: string;
  @Instant() asOf: string;
  @Listed(() => StateCount, { description: 'Messages queued today, by what they are now.' })
  today: StateCount[];
  @Count({ description: 'Dead letters of any day.' }) dead: number;
  @Amount({ example: 12.35, description: 'Of what was handed over today.' }) costToday: number;
  @Text({ max: 3, example: 'USD' }) currency: string;
}
