import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { lockNamed } from '../../platform/database/lock-named.js';
import { maskAddress } from '../addresses.js';
import { DECIDE_SQL, DUE_SQL } from '../records/messages.sql.js';
import { hoursToTell } from '../weekly-hours.js';
import type { Claimed, DueMessage } from './claimed.js';
import { decide } from './decide.js';
import { type KnownMessage, KnownMessages } from './known-messages.js';
import { MessageLimits } from './message-limits.js';
import { MessageRecord } from './message-record.js';
import { MessageWriting } from './message-writing.js';

/** Takes messages that are due, each by one worker only, and decides which of them go now. */
@Injectable()
export class MessageClaims {
  constructor(
    private readonly database: Database,
    private readonly known: KnownMessages,
    private readonly limits: MessageLimits,
    private readonly writing: MessageWriting,
    private readonly record: MessageRecord,
  ) {}

  /**
   * Marks up to `most` messages of a post as being sent, or as suppressed or waiting. It is written before any of them is
   * handed over, so that nobody else takes them, ever. @returns those to hand over, and how many were due
   */
  claim(postId: string, most: number): Promise<{ due: number; claimed: Claimed[] }> {
    return this.database.transaction([postId], async (tx) => {
      // one claim after another at a post, so that its limits are exact
      await lockNamed(tx, `message ${postId}`);
      const rows = await tx.query<DueMessage[]>(DUE_SQL, [postId, most]);
      if (rows.length === 0) return { due: 0, claimed: [] };
      const claimed = await this.decideAll(tx, postId, await this.known.of(tx, rows));
      return { due: rows.length, claimed };
    });
  }

  private async decideAll(
    tx: EntityManager,
    postId: string,
    known: readonly KnownMessage[],
  ): Promise<Claimed[]> {
    const left = await this.limits.left(
      tx,
      postId,
      known.map(({ row }) => row),
    );
    const kinds = known.map(({ row }) => row.kind);
    const hours = await hoursToTell(tx, postId, kinds);
    const claimed: Claimed[] = [];
    const decisions = known.map(({ row, recipient, transport, index, stopped }) => {
      const { now, expiresAt } = row;
      const sendable = transport !== undefined;
      const decision = decide({ now, expiresAt, recipient, sendable, stopped, ...left.of(row) });
      if (decision.act === 'wait')
        return { id: row.id, state: 'queued', reason: decision.reason, due_at: decision.until.toISOString() };
      if (decision.act === 'suppress') return { id: row.id, state: 'suppressed', reason: decision.reason };
      left.take(row);
      const one = this.writing.write(postId, row, recipient!, transport!, hours);
      claimed.push(one);
      return {
        id: row.id,
        state: 'sending',
        channel: one.channel,
        gateway: transport!.gateway,
        address_index: index!.toString('hex'),
        address_masked: maskAddress(recipient!.address),
        segments: one.segments,
        cost: one.cost,
      };
    });
    await tx.query(DECIDE_SQL, [JSON.stringify(decisions)]);
    await this.record.suppressed(
      tx,
      postId,
      known
        .map(({ row }, i) => ({ ...row, reason: decisions[i]?.reason ?? '', state: decisions[i]?.state }))
        .filter(({ state }) => state === 'suppressed'),
    );
    return claimed;
  }
}
