import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What a calendar file says: when, and a word that tells strangers nothing. */
export interface CalendarEntry {
  startsAt: Date;
  endsAt: Date;
  /** Such as "Appointment". */
  summary: string;
  /** The same for each appointment of a person, so that a calendar replaces the entry it has; leads to nobody. */
  id: string;
  /** Counts changes: the higher one is the later one. */
  sequence: number;
  /** Whether nobody is to come any more: the entry is to go. */
  cancelled: boolean;
}

/**
 * An iCalendar file (RFC 5545) with one entry in UTC: no name, no address, no embassy, whoever looks at the phone. One that is
 * cancelled takes the entry away (RFC 5546, 3.2.5), but for the organizer, who would name us: what stands in one person's
 * calendar alone has none (RFC 5545, 3.8.4.3).
 */
export function calendarFile(
  { startsAt, endsAt, summary, id, sequence, cancelled }: CalendarEntry,
  now: Date,
): string {
  const calendar = new ICalCalendar({ prodId: { company: 'calendar', product: 'calendar', language: 'EN' } });
  const event = calendar.createEvent({ id, sequence, stamp: now, start: startsAt, end: endsAt, summary });
  if (cancelled) {
    calendar.method(ICalCalendarMethod.CANCEL);
    event.status(ICalEventStatus.CANCELLED);
  }
  // each line ends with one, the last one too (RFC 5545, 3.1)
  return `${calendar.toString()}\r\n`;
}
