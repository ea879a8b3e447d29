import type { MessageFigures, MessageResponse } from '../../../notifications/outbox/outbox.dto.js';
import type { MessageState } from '../../../notifications/message-status.js';
import type { Refusal } from '../../forms/refusal.js';

/** What became of the post's messages today, those that need somebody, and the latest. */
export interface MessagesPage {
  figures: MessageFigures;
  dead: readonly MessageResponse[];
  latest: readonly MessageResponse[];
  /** Only messages in this state are listed. */
  state: MessageState | null;
  next: string | null;
  /** Whether what would have been sent can be looked at: in a demonstration. */
  outbox: boolean;
  refused: Refusal | null;
}

/** What a demonstration would have sent. */
export interface OutboxPage {
  messages: readonly {
    kind: string;
    state: MessageState;
    channel: string;
    address: string;
    when: string;
    words: string;
    language: string;
    languageName: string;
    direction: string;
  }[];
}
