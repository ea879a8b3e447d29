import { DateTime } from 'luxon';

/**
 * How long a document is good for. The journey and two days, as a rule at most fifteen days (Directive (EU) 2019/997,
 * article 6); Indonesian law would allow two years (UU 6/2011), but a document that lies about can be stolen.
 */
export const VALIDITY_DAYS = { usual: 15, most: 60 } as const;

/** @returns the field code of what is wrong with an end of validity, or nothing. All dates `YYYY-MM-DD`. */
export function validityFault(
  validUntil: string,
  today: string,
): 'in-the-past' | 'too-far-ahead' | undefined {
  if (validUntil <= today) return 'in-the-past';
  return validUntil > addDays(today, VALIDITY_DAYS.most) ? 'too-far-ahead' : undefined;
}

/** @param day `YYYY-MM-DD` */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The calendar day at a post. @param zone IANA time zone @returns `YYYY-MM-DD` */
export const dayAt = (moment: Date, zone: string): string =>
  DateTime.fromJSDate(moment, { zone }).toFormat('yyyy-MM-dd');
