import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { addressIndex } from '../addresses.js';
import { type Recipient, RecipientDirectory } from '../recipient-directory.js';
import { STOPPED_SQL } from '../records/messages.sql.js';
import type { Transport } from '../transport/transport.js';
import { Transports } from '../transport/transports.js';
import type { DueMessage } from './claimed.js';

/** A due message and all that is known of whom it is for. */
export interface KnownMessage {
  row: DueMessage;
  recipient: Recipient | null;
  /** By what it can leave; nothing where the person cannot be reached by what we have. */
  transport: Transport | undefined;
  index: Buffer | undefined;
  /** Whether its address said stop. */
  stopped: boolean;
}

/** Finds out for whom messages are, by what they leave, and whether their address wants none. */
@Injectable()
export class KnownMessages {
  constructor(
    private readonly keyring: Keyring,
    private readonly directory: RecipientDirectory,
    private readonly transports: Transports,
  ) {}

  /** Joins the caller's transaction. */
  async of(tx: EntityManager, rows: readonly DueMessage[]): Promise<KnownMessage[]> {
    const known: Omit<KnownMessage, 'stopped'>[] = [];
    for (const row of rows) known.push(await this.know(tx, row));
    const indexes = known.flatMap(({ index }) => (index ? [index] : []));
    const found = await tx.query<{ addressIndex: Buffer }[]>(STOPPED_SQL, [indexes]);
    const stopped = new Set(found.map(({ addressIndex: index }) => index.toString('hex')));
    return known.map((one) => ({
      ...one,
      stopped: one.index !== undefined && stopped.has(one.index.toString('hex')),
    }));
  }

  private async know(tx: EntityManager, row: DueMessage): Promise<Omit<KnownMessage, 'stopped'>> {
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
}
