import { DEAD } from '../message-status.js';
import type { MessageResponse } from './outbox.dto.js';

type Instants = 'queuedAt' | 'dueAt' | 'sentAt' | 'deliveredAt';

/** A row as the statements of this folder read it. */
export type MessageRow = Omit<MessageResponse, Instants | 'dead'> & {
  queuedAt: Date;
  dueAt: Date;
  sentAt: Date | null;
  deliveredAt: Date | null;
  cursor_at: string;
};

export const toMessageResponse = (row: MessageRow): MessageResponse => ({
  id: row.id,
  recipientId: row.recipientId,
  kind: row.kind,
  state: row.state,
  reason: row.reason,
  channel: row.channel,
  gateway: row.gateway,
  address: row.address,
  attempts: row.attempts,
  segments: row.segments,
  cost: row.cost,
  queuedAt: row.queuedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
  dead: DEAD.includes(row.state),
  version: row.version,
});
