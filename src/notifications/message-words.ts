import { Injectable } from '@nestjs/common';
import { DAY, formatDate, formatInstant, TIME } from '../platform/i18n/formats.js';
import { Translator } from '../platform/i18n/translator.js';
import type { MessageFacts, MessageKind } from './message-kinds.js';

/** What a message says in a person's language: times of the post's zone, Gregorian, Latin digits. */
@Injectable()
export class MessageWords {
  constructor(private readonly translator: Translator) {}

  /** @param zone IANA name */
  of(kind: MessageKind, { at, day }: MessageFacts, language: string, zone: string): string {
    const params = {
      ...(at && {
        day: formatInstant(at, language, zone, DAY),
        time: formatInstant(at, language, zone, TIME),
      }),
      ...(day && { day: formatDate(day, language, DAY) }),
    };
    return this.translator.translate(language, `message.${kind}`, params);
  }

  subject(language: string): string {
    return this.translator.translate(language, 'message.subject');
  }
}
