import { ICalCalendar } from 'ical-generator';

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
}

/** An iCalendar file (RFC 5545) with one entry in UTC: no name, no address, no embassy, whoever looks at the phone. */
export function calendarFile({ startsAt, endsAt, summary, id, sequence }: CalendarEntry, now: Date): string {
  const calendar = new ICalCalendar({ prodId: { company: 'calendar', product: 'calendar', language: 'EN' } });
  calendar.createEvent({ id, sequence, stamp: now, start: startsAt, end: endsAt, summary });
  // each line ends with one, the last one too (RFC 5545, 3.1)
  return `${calendar.toString()}\r\n`;
}
