import { Injectable } from '@nestjs/common';
import { DAY, formatDate, formatInstant, TIME } from '../platform/i18n/formats.js';
import { Translator } from '../platform/i18n/translator.js';
import type { MessageFacts, MessageKind } from './message-kinds.js';
import { type HoursToTell, sayDays, sayWeek, TELLS_HOURS } from './weekly-hours.js';

/** What a message says in a person's language: times of the post's zone, Gregorian, Latin digits. */
@Injectable()
export class MessageWords {
  constructor(private readonly translator: Translator) {}

  /** @param zone IANA name @param hours when the post is open: said where it is known and this kind says it */
  of(
    kind: MessageKind,
    { at, day }: MessageFacts,
    language: string,
    zone: string,
    { week, closed }: HoursToTell = { week: [], closed: [] },
  ): string {
    const open = TELLS_HOURS.has(kind) && week.length > 0;
    const comma = this.translator.translate(language, 'page.comma');
    const params = {
      ...(at && {
        day: formatInstant(at, language, zone, DAY),
        time: formatInstant(at, language, zone, TIME),
      }),
      ...(day && { day: formatDate(day, language, DAY) }),
      ...(open && { hours: sayWeek(week, language, comma), days: sayDays(closed, language, comma) }),
    };
    const hours = open ? `-hours${closed.length > 0 ? '-closed' : ''}` : '';
    return this.translator.translate(language, `message.${kind}${hours}`, params);
  }

  subject(language: string): string {
    return this.translator.translate(language, 'message.subject');
  }
}
