import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { MessageState } from '../message-status.js';
import { Transports } from '../transport/transports.js';
import { MessageRecord } from './message-record.js';
import { LOST_SQL } from './sweep.sql.js';

/** Longer than anything that a transport waits for. */
const LOST_MINUTES = 5;

/** Messages that a worker took and never said what became of. */
@Injectable()
export class LostMessages {
  private readonly logger = new Logger(LostMessages.name);

  constructor(
    private readonly database: Database,
    private readonly transports: Transports,
    private readonly record: MessageRecord,
  ) {}

  /** Queues again those whose gateway would notice a repetition; the others are in doubt. */
  async takeBack(posts: readonly string[]): Promise<void> {
    const repeatable = (['sms', 'email'] as const).flatMap((channel) => {
      const transport = this.transports.of(channel);
      return transport?.repeatable ? [transport.gateway] : [];
    });
    const [lost] = await this.database.transaction(posts, (tx) =>
      tx.query<[{ kind: string; state: MessageState; channel: string }[], number]>(LOST_SQL, [
        LOST_MINUTES,
        repeatable,
      ]),
    );
    for (const { kind, state, channel } of lost) this.record.count(kind, state, channel);
    if (lost.length > 0) this.logger.warn(`${lost.length} messages were left behind by a lost worker`);
  }
}
