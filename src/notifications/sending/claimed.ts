import type { MessageFacts, MessageKind } from '../message-kinds.js';
import type { Channel } from '../transport/gateways.js';
import type { Outgoing, Transport } from '../transport/transport.js';

/** A row of the outbox whose time has come. */
export interface DueMessage {
  id: string;
  recipientId: string;
  kind: MessageKind;
  facts: MessageFacts;
  attempts: number;
  round: number;
  reference: number;
  expiresAt: Date;
  now: Date;
}

/** A message that this worker, and no other, hands over. `attempts` counts this one. */
export interface Claimed extends DueMessage {
  postId: string;
  channel: Channel;
  transport: Transport;
  language: string;
  segments: number;
  cost: number;
  outgoing: Outgoing;
}
