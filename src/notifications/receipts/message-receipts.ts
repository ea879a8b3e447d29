import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { PostsService } from '../../posts/posts.service.js';
import { leadingTo } from '../message-status.js';
import { MessageRecord } from '../sending/message-record.js';
import type { Gateway } from '../transport/gateways.js';
import {
  BY_KEY_SQL,
  BY_REFERENCE_SQL,
  EARLY_BY_REFERENCE_SQL,
  EARLY_SQL,
  FORGET_EARLY_SQL,
  PART_SQL,
  READ_EARLY_SQL,
  RECEIVED_SQL,
} from './receipts.sql.js';

/** What a gateway reports: by its own id, or by what it was told of ours. */
export interface Receipt {
  gateway: Gateway;
  providerId: string;
  delivered: boolean;
  /** SMPP's `user_message_reference`. */
  reference?: number;
  /** The key of the message, where the gateway gives it back. */
  key?: string;
}

type EarlyReceipt = Pick<Receipt, 'gateway' | 'providerId' | 'delivered'> & { reference: number | null };

interface Found {
  id: string;
  round: number;
  postId: string;
}

const KEY = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,6})$/;

/** Takes what gateways report about messages. Safe to repeat; what comes too early is kept until it is understood. */
@Injectable()
export class MessageReceipts {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly record: MessageRecord,
  ) {}

  async receive(receipt: Receipt): Promise<void> {
    if ((await this.apply(receipt)) || receipt.providerId === '') return;
    // written first and looked for again, as `catchUp` looks after it has written the ids: one of the two sees the other
    const { gateway, providerId, delivered, reference } = receipt;
    await this.database.dataSource.query(EARLY_SQL, [gateway, providerId, delivered, reference ?? null]);
    await this.catchUp(gateway, [providerId]);
  }

  /** Takes up what was reported about these ids before they were known. */
  async catchUp(gateway: Gateway, providerIds: readonly string[]): Promise<void> {
    await this.takeUp(
      await this.database.dataSource.query<EarlyReceipt[]>(READ_EARLY_SQL, [gateway, providerIds]),
    );
  }

  /** Takes up what was reported, under our reference only, about messages that have become uncertain since. */
  async resolveDoubts(): Promise<void> {
    await this.takeUp(await this.database.dataSource.query<EarlyReceipt[]>(EARLY_BY_REFERENCE_SQL));
  }

  private async takeUp(receipts: readonly EarlyReceipt[]): Promise<void> {
    await eachInTurn(receipts, async ({ reference, ...receipt }) => {
      if (await this.apply({ ...receipt, ...(reference !== null && { reference }) }))
        await this.database.dataSource.query(FORGET_EARLY_SQL, [receipt.gateway, receipt.providerId]);
    });
  }

  /** @returns whether it is known what the receipt is about */
  private async apply(receipt: Receipt): Promise<boolean> {
    const everyPost = await this.posts.ids();
    return this.database.transaction(everyPost, async (tx) => {
      const found = await this.find(tx, receipt);
      if (!found) return false;
      const { delivered } = receipt;
      const state = delivered ? 'delivered' : 'failed';
      const [rows] = await tx.query<[{ kind: string; channel: string }[], number]>(RECEIVED_SQL, [
        found.id,
        found.round,
        delivered,
        leadingTo(state),
      ]);
      const [row] = rows;
      if (row) this.record.count(row.kind, state, row.channel);
      return true;
    });
  }

  private async find(tx: EntityManager, receipt: Receipt): Promise<Found | undefined> {
    const { gateway, providerId, delivered, reference, key } = receipt;
    const [parts] = await tx.query<[Found[], number]>(PART_SQL, [gateway, providerId, delivered]);
    if (parts[0]) return parts[0];
    const [, id, round] = KEY.exec(key ?? '') ?? [];
    if (id) return (await tx.query<Found[]>(BY_KEY_SQL, [gateway, id, Number(round)]))[0];
    if (reference === undefined) return undefined;
    const candidates = await tx.query<Found[]>(BY_REFERENCE_SQL, [gateway, reference]);
    return candidates.length === 1 ? candidates[0] : undefined;
  }
}
