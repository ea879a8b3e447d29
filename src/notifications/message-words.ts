import { Injectable } from '@nestjs/common';
import { DAY, formatDate, formatInstant, TIME } from '../platform/i18n/formats.js';
import { Translator } from '../platform/i18n/translator.js';
import type { MessageFacts, MessageKind } from './message-kinds.js';
import { sayWeek, TELLS_HOURS, type WeeklyHours } from './weekly-hours.js';

/** What a message says in a person's language: times of the post's zone, Gregorian, Latin digits. */
@Injectable()
export class MessageWords {
  constructor(private readonly translator: Translator) {}

  /** @param zone IANA name @param hours when the post is open, where they are known and this kind says them */
  of(
    kind: MessageKind,
    { at, day }: MessageFacts,
    language: string,
    zone: string,
    hours: WeeklyHours = [],
  ): string {
    const open = TELLS_HOURS.has(kind) && hours.length > 0;
    const params = {
      ...(at && {
        day: formatInstant(at, language, zone, DAY),
        time: formatInstant(at, language, zone, TIME),
      }),
      ...(day && { day: formatDate(day, language, DAY) }),
      ...(open && { hours: sayWeek(hours, language, this.translator.translate(language, 'page.comma')) }),
    };
    return this.translator.translate(language, open ? `message.${kind}-hours` : `message.${kind}`, params);
  }

  subject(language: string): string {
    return this.translator.translate(language, 'message.subject');
  }
}
