import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { PostsService } from '../../posts/posts.service.js';
import type { MessageFacts, MessageKind } from '../message-kinds.js';
import { MessageWords } from '../message-words.js';
import { hoursToTell } from '../weekly-hours.js';
import type { OwnMessagesResponse } from './own-messages.dto.js';

const MOST = 100;

/** Handed over, latest first; of those that nobody knows about, the time at which they were. */
const OWN = `
  SELECT kind, facts, channel, address_masked AS address, coalesce(sent_at, claimed_at) AS "sentAt",
    delivered_at AS "deliveredAt"
  FROM message WHERE recipient_id = $1 AND claimed_at IS NOT NULL AND channel IS NOT NULL
    AND state IN ('sent', 'delivered', 'uncertain')
  ORDER BY coalesce(sent_at, claimed_at) DESC, id DESC LIMIT ${MOST}`;

interface Row {
  kind: MessageKind;
  facts: MessageFacts;
  channel: string;
  address: string | null;
  sentAt: Date;
  deliveredAt: Date | null;
}

/**
 * What was written to the person who asks; nothing under duress, since messages say when and where they come. Words are not
 * kept, so they are made again in the language that is asked in.
 */
@Injectable()
export class OwnMessagesService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly words: MessageWords,
    private readonly audit: AuditLog,
  ) {}

  read(caller: Caller): Promise<OwnMessagesResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { timeZone } = await this.posts.byId(onlyPost(caller));
      const rows = caller.duress ? [] : await tx.query<Row[]>(OWN, [caller.id]);
      const kinds = rows.map(({ kind }) => kind);
      const hours = await hoursToTell(tx, onlyPost(caller), kinds);
      await this.audit.record(tx, caller, {
        action: 'message.read-by-owner',
        subject: { kind: 'registration', id: caller.id },
        postId: onlyPost(caller),
        detail: { found: rows.length },
      });
      return {
        items: rows.map(({ kind, facts, channel, address, sentAt, deliveredAt }) => ({
          kind,
          channel,
          address,
          sentAt: sentAt.toISOString(),
          deliveredAt: deliveredAt?.toISOString() ?? null,
          words: this.words.of(kind, facts, caller.locale, timeZone, hours),
        })),
      };
    });
  }
}
