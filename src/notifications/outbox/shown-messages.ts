import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import type { MessageKind } from '../message-kinds.js';
import type { MessageState } from '../message-status.js';
import { Transports } from '../transport/transports.js';
import { SHOWN_SQL } from './outbox.sql.js';

/** What a demonstration would have sent to whom, the address masked. */
export interface ShownMessage {
  id: string;
  kind: MessageKind;
  state: MessageState;
  channel: 'sms' | 'email';
  address: string;
  deliveredAt: Date | null;
  now: Date;
  words: string;
  language: string;
}

/** The outbox of a demonstration. Where messages are really sent their words are kept nowhere. */
@Injectable()
export class ShownMessages {
  constructor(
    private readonly database: Database,
    private readonly transports: Transports,
    private readonly audit: AuditLog,
  ) {}

  /** Whether any channel of this service only shows. */
  get any(): boolean {
    return (['sms', 'email'] as const).some(
      (channel) => this.transports.of(channel)?.gateway === 'demonstration',
    );
  }

  latest(caller: Caller, most: number): Promise<ShownMessage[]> {
    return this.database.transaction(caller.posts, async (tx) => {
      await this.audit.record(tx, caller, {
        action: 'message.outbox-read',
        subject: { kind: 'post', id: onlyPost(caller) },
        postId: onlyPost(caller),
      });
      return tx.query<ShownMessage[]>(SHOWN_SQL, [most]);
    });
  }
}
