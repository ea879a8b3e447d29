import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { backOff, MOST_ATTEMPTS } from '../back-off.js';
import { leadingTo, type MessageState } from '../message-status.js';
import { PARTS_SQL, SETTLE_SQL } from '../records/messages.sql.js';
import { SHOW_SQL } from '../records/shown.sql.js';
import type { Outcome } from '../transport/transport.js';
import type { Claimed } from './claimed.js';
import { MessageRecord } from './message-record.js';

/** Writes down what became of each message that was handed over. */
@Injectable()
export class MessageOutcomes {
  constructor(
    private readonly database: Database,
    private readonly record: MessageRecord,
  ) {}

  /** @returns the state it is in now; nothing where it had been decided otherwise meanwhile */
  async settle(claimed: Claimed, outcome: Outcome): Promise<MessageState | undefined> {
    const { id, postId, attempts, round, kind, channel, transport } = claimed;
    const state = stateAfter(outcome, attempts);
    const delay = 'afterSeconds' in outcome ? outcome.afterSeconds : undefined;
    const settled = await this.database.transaction([postId], async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(SETTLE_SQL, [
        id,
        attempts,
        round,
        state,
        'reason' in outcome ? outcome.reason : null,
        Math.min(delay ?? backOff(attempts, randomInt(1000) / 1000), 3600),
        leadingTo(state).filter((from) => from === 'sending' || from === 'uncertain'),
      ]);
      if (rows.length === 0) return false;
      if (outcome.result === 'taken' && outcome.providerIds.length > 0)
        await tx.query(PARTS_SQL, [id, round, postId, transport.gateway, outcome.providerIds]);
      if (transport.gateway === 'demonstration')
        await tx.query(SHOW_SQL, [id, postId, claimed.outgoing.text, claimed.language]);
      await this.record.handedOver(tx, postId, claimed, state);
      return true;
    });
    if (!settled) return undefined;
    this.record.count(kind, state, channel);
    return state;
  }
}

function stateAfter(outcome: Outcome, attempts: number): MessageState {
  if (outcome.result === 'taken') return outcome.delivered ? 'delivered' : 'sent';
  if (outcome.result === 'again') return attempts >= MOST_ATTEMPTS ? 'failed' : 'queued';
  return outcome.result === 'refused' ? 'failed' : 'uncertain';
}
