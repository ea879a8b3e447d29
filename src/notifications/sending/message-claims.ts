import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Environment } from '../../platform/config/environment.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { lockNamed } from '../../platform/database/lock-named.js';
import { addressIndex, maskAddress } from '../addresses.js';
import type { MessageKind } from '../message-kinds.js';
import { MessageWords } from '../message-words.js';
import { type Recipient, RecipientDirectory } from '../recipient-directory.js';
import { DECIDE_SQL, DUE_SQL, PERSON_LOAD_SQL, POST_LOAD_SQL, STOPPED_SQL } from '../records/messages.sql.js';
import { segmentsOf } from '../sms/segments.js';
import type { Transport } from '../transport/transport.js';
import { Transports } from '../transport/transports.js';
import type { Claimed, DueMessage } from './claimed.js';
import { decide } from './decide.js';
import { MessageRecord } from './message-record.js';

/** Of what a post may send, as much as may have gone when somebody is told that they are registered: the rest is for calls. */
const SHARE_OF_REGISTERED = 0.75;

/** A due message and all that is known of whom it is for. */
interface Known {
  row: DueMessage;
  recipient: Recipient | null;
  transport: Transport | undefined;
  index: Buffer | undefined;
}

/** Takes messages that are due, each by one worker only, and decides which of them go now. */
@Injectable()
export class MessageClaims {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly keyring: Keyring,
    private readonly directory: RecipientDirectory,
    private readonly transports: Transports,
    private readonly words: MessageWords,
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
      const known: Known[] = [];
      for (const row of rows) known.push(await this.know(tx, row));
      const claimed = await this.decideAll(tx, postId, known);
      return { due: rows.length, claimed };
    });
  }

  private async know(tx: EntityManager, row: DueMessage): Promise<Known> {
    const found = await this.directory.resolveOne(tx, row.recipientId);
    const recipient = found?.address === '' ? { ...found, channel: 'none' as const } : found;
    const reachable = recipient && recipient.channel !== 'none';
    return {
      row,
      recipient,
      transport: reachable ? this.transports.of(recipient.channel as 'sms' | 'email') : undefined,
      index: reachable ? addressIndex(this.keyring, recipient.address) : undefined,
    };
  }

  private async decideAll(tx: EntityManager, postId: string, known: Known[]): Promise<Claimed[]> {
    const left = await this.limits(tx, postId, known);
    const stopped = await this.stopped(tx, known);
    const claimed: Claimed[] = [];
    const decisions = known.map(({ row, recipient, transport, index }) => {
      const { now, expiresAt, recipientId, kind } = row;
      const decision = decide({
        now,
        expiresAt,
        recipient,
        sendable: transport !== undefined,
        stopped: index !== undefined && stopped.has(index.toString('hex')),
        ...left.of(recipientId, kind),
      });
      if (decision.act === 'wait')
        return { id: row.id, state: 'queued', reason: decision.reason, due_at: decision.until.toISOString() };
      if (decision.act === 'suppress') return { id: row.id, state: 'suppressed', reason: decision.reason };
      left.take(recipientId, kind);
      const one = this.prepare(postId, row, recipient!, transport!);
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

  private prepare(postId: string, row: DueMessage, recipient: Recipient, transport: Transport): Claimed {
    const { language, address, channel, timeZone } = recipient;
    const text = this.words.of(row.kind, row.facts, language, timeZone);
    const segments = channel === 'sms' ? segmentsOf(text).parts.length : 1;
    return {
      ...row,
      postId,
      attempts: row.attempts + 1,
      channel: channel as 'sms' | 'email',
      transport,
      language,
      segments,
      cost:
        channel === 'sms' && transport.gateway !== 'demonstration'
          ? segments * this.environment.SMS_PRICE
          : 0,
      outgoing: {
        key: `${row.id}-${row.round}`,
        reference: row.reference,
        to: address,
        text,
        subject: this.words.subject(language),
      },
    };
  }

  private async limits(tx: EntityManager, postId: string, known: Known[]) {
    const { MESSAGES_PER_HOUR, MESSAGES_PER_DAY, MESSAGES_TO_PERSON } = this.environment;
    const [load] = await tx.query<{ hour: number; day: number }[]>(POST_LOAD_SQL, [postId]);
    const people = await tx.query<{ recipientId: string; day: number }[]>(PERSON_LOAD_SQL, [
      known.map(({ row }) => row.recipientId),
    ]);
    const toPerson = new Map(people.map(({ recipientId, day }) => [recipientId, day]));
    let taken = 0;
    const leftForPost = (share: number) =>
      Math.min(MESSAGES_PER_HOUR * share - load!.hour, MESSAGES_PER_DAY * share - load!.day) - taken;
    return {
      of: (id: string, kind: MessageKind) => ({
        leftForPost: leftForPost(kind === 'registered' ? SHARE_OF_REGISTERED : 1),
        leftForPerson: MESSAGES_TO_PERSON - (toPerson.get(id) ?? 0),
      }),
      take: (id: string, kind: MessageKind) => {
        taken++;
        if (kind !== 'registered') toPerson.set(id, (toPerson.get(id) ?? 0) + 1);
      },
    };
  }

  private async stopped(tx: EntityManager, known: Known[]): Promise<Set<string>> {
    const indexes = known.flatMap(({ index }) => (index ? [index] : []));
    const rows = await tx.query<{ addressIndex: Buffer }[]>(STOPPED_SQL, [indexes]);
    return new Set(rows.map(({ addressIndex: index }) => index.toString('hex')));
  }
}
