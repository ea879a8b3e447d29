import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { Database } from '../../platform/database/database.js';
import { nowIn } from '../../platform/database/now-in.js';
import { MessageReceipts } from '../receipts/message-receipts.js';
import { RecipientDirectory } from '../recipient-directory.js';
import { PACE_SQL } from '../records/messages.sql.js';
import { nextSafeMoment } from '../safe-hours.js';
import type { Claimed } from './claimed.js';
import { MessageOutcomes } from './message-outcomes.js';

/** Gives claimed messages to their gateways, no faster than each may be given them, and writes down what came of it. */
@Injectable()
export class HandingOver {
  private readonly logger = new Logger(HandingOver.name);

  constructor(
    private readonly environment: Environment,
    private readonly database: Database,
    private readonly outcomes: MessageOutcomes,
    private readonly receipts: MessageReceipts,
    private readonly directory: RecipientDirectory,
  ) {}

  async all(claimed: readonly Claimed[]): Promise<void> {
    const byGateway = Map.groupBy(claimed, ({ transport }) => transport.gateway);
    await Promise.all(
      [...byGateway].map(async ([gateway, messages]) => {
        const gap = 1000 / this.environment.MESSAGES_PER_SECOND;
        const first = gateway === 'demonstration' ? undefined : await this.reserve(gateway, messages.length);
        await Promise.all(
          messages.map(async (message, place) => {
            if (first !== undefined) await setTimeout(first + place * gap);
            await this.handOver(message);
          }),
        );
      }),
    );
  }

  /** @returns milliseconds until the first of so many places */
  private async reserve(gateway: string, places: number): Promise<number> {
    const [row] = await this.database.dataSource.query<{ waitMs: number }[]>(PACE_SQL, [
      gateway,
      places,
      this.environment.MESSAGES_PER_SECOND,
    ]);
    return row!.waitMs;
  }

  /**
   * Whether the person still wants it there, and now. Between the claim and its turn at the gateway lies a second or more, and a number
   * that they left may be in the hands of whoever they fled from; it is then decided anew.
   */
  private async stillHolds({ postId, recipientId, channel, outgoing }: Claimed): Promise<boolean> {
    return this.database.transaction([postId], async (tx) => {
      const recipient = await this.directory.resolveOne(tx, recipientId);
      if (!recipient?.consents || recipient.channel !== channel || recipient.address !== outgoing.to)
        return false;
      const now = await nowIn(tx);
      return nextSafeMoment(now, recipient.safeHours, recipient.timeZone) <= now;
    });
  }

  /** A message whose outcome cannot be written down stays `sending` and is found by the sweep. */
  private async handOver(message: Claimed): Promise<void> {
    const { transport } = message;
    try {
      const outcome = (await this.stillHolds(message))
        ? await transport
            .submit(message.outgoing)
            .catch(() => ({ result: 'unsure', reason: 'fault' }) as const)
        : ({ result: 'again', reason: 'changed-meanwhile', afterSeconds: 0 } as const);
      await this.outcomes.settle(message, outcome);
      if (outcome.result === 'taken' && outcome.providerIds.length > 0)
        await this.receipts.catchUp(transport.gateway, outcome.providerIds);
    } catch (error) {
      this.logger.error({ err: error }, 'what became of a message could not be written down');
    }
  }
}
