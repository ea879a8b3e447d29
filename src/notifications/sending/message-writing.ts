import { Injectable } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { MessageWords } from '../message-words.js';
import type { Recipient } from '../recipient-directory.js';
import { segmentsOf } from '../sms/segments.js';
import type { Transport } from '../transport/transport.js';
import type { HoursToTell } from '../weekly-hours.js';
import type { Claimed, DueMessage } from './claimed.js';

/** Writes a message in its recipient's language, and says what it will cost. */
@Injectable()
export class MessageWriting {
  constructor(
    private readonly environment: Environment,
    private readonly words: MessageWords,
  ) {}

  /** @param hours when the post is open */
  write(
    postId: string,
    row: DueMessage,
    recipient: Recipient,
    transport: Transport,
    hours: HoursToTell,
  ): Claimed {
    const { language, address, channel, timeZone } = recipient;
    const text = this.words.of(row.kind, row.facts, language, timeZone, hours);
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
}
