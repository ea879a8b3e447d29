/** What a message can be about. What it says is `message.<kind>` of the catalogue. */
export const MESSAGE_KINDS = [
  'registered',
  'appointment-booked',
  'appointment-changed',
  'come-to-zone',
  'come-now',
  'come-at',
  'your-turn-missed',
  'post-closed',
  'document-ready',
  'departure-reminder',
  'evening-before',
  'question-for-you',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** All that a message can be told to say: a point in time, or a day. There is no place for anything personal. */
export interface MessageFacts {
  /** Instant, ISO 8601 with offset. */
  at?: string;
  /** Calendar day at the post, `YYYY-MM-DD`. */
  day?: string;
}

interface KindRule {
  /** Lower goes first. */
  priority: 0 | 1 | 2;
  /** After this many minutes nobody should be told any more. */
  usefulMinutes: number;
  needs?: keyof MessageFacts;
}

const HOUR = 60;
const DAY = 24 * HOUR;

export const KIND_RULES: Readonly<Record<MessageKind, KindRule>> = {
  registered: { priority: 2, usefulMinutes: 2 * DAY },
  'appointment-booked': { priority: 1, usefulMinutes: 2 * DAY, needs: 'at' },
  'appointment-changed': { priority: 1, usefulMinutes: 2 * DAY, needs: 'at' },
  'come-to-zone': { priority: 0, usefulMinutes: HOUR },
  'come-now': { priority: 0, usefulMinutes: HOUR },
  'come-at': { priority: 0, usefulMinutes: 12 * HOUR, needs: 'at' },
  'your-turn-missed': { priority: 0, usefulMinutes: 12 * HOUR },
  'post-closed': { priority: 0, usefulMinutes: DAY, needs: 'day' },
  'document-ready': { priority: 1, usefulMinutes: 7 * DAY },
  'departure-reminder': { priority: 1, usefulMinutes: DAY, needs: 'at' },
  'question-for-you': { priority: 2, usefulMinutes: 7 * DAY },
  'evening-before': { priority: 1, usefulMinutes: 14 * HOUR, needs: 'at' },
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const CALENDAR_DAY = /^\d{4}-\d\d-\d\d$/;

/** The facts of a kind and no others. @throws TypeError where one is missing or is no time: a fault of the program */
export function factsOf(kind: MessageKind, facts: MessageFacts): MessageFacts {
  const { needs } = KIND_RULES[kind];
  if (needs === undefined) return {};
  const value = facts[needs];
  const form = needs === 'at' ? INSTANT : CALENDAR_DAY;
  if (value === undefined || !form.test(value) || Number.isNaN(Date.parse(value)))
    throw new TypeError(`a message ${kind} needs a good fact "${needs}"`);
  return { [needs]: value };
}
