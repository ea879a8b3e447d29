import type { EntityManager } from 'typeorm';
import { DAY_SHORT, formatsOf, TIME } from '../platform/i18n/formats.js';
import { todayAt } from '../posts/day-at.js';
import { OpeningHours } from '../posts/opening-hours.entity.js';
import type { MessageKind } from './message-kinds.js';

export type WeeklyHours = readonly Pick<OpeningHours, 'weekday' | 'opens' | 'closes'>[];

/** When a post is open: each week, and on which of those days it is not. */
export interface HoursToTell {
  week: WeeklyHours;
  /** `YYYY-MM-DD`, in order */
  closed: readonly string[];
}

/**
 * Messages that say when the post is open. What they say without, `message.<kind>` of the catalogue, has `-hours` behind it
 * with, and `-hours-closed` where it is closed on a day soon.
 */
export const TELLS_HOURS: ReadonlySet<MessageKind> = new Set(['document-ready']);

/** Further ahead nobody is told of days off: whoever comes later than that asks again, and each costs in a message. */
const DAYS_AHEAD = 14;

/** Days off that take something from the week. Parameter: post. */
const CLOSED_SQL = `
  SELECT DISTINCT h.day::text AS day FROM holiday h
  JOIN opening_hours o ON o.post_id = h.post_id AND o.weekday = extract(isodow FROM h.day)
  WHERE h.post_id = $1 AND h.day BETWEEN ${todayAt('$1')} AND ${todayAt('$1')} + ${DAYS_AHEAD} ORDER BY day`;

/** The hours of a post where one of the messages says them, in the caller's transaction. */
export async function hoursToTell(
  tx: EntityManager,
  postId: string,
  kinds: readonly MessageKind[],
): Promise<HoursToTell> {
  if (!kinds.some((kind) => TELLS_HOURS.has(kind))) return { week: [], closed: [] };
  const week = await tx.find(OpeningHours, { where: { postId } });
  const closed = await tx.query<{ day: string }[]>(CLOSED_SQL, [postId]);
  return { week, closed: closed.map(({ day }) => day) };
}

/**
 * The week in few words: `Mon-Fri 09:00-12:00, Mon-Fri 13:00-17:00, Sat 09:00-12:00`. Only signs that every telephone's
 * alphabet has stand between them: another would make a message cost twice as much.
 */
export function sayWeek(hours: WeeklyHours, language: string, comma: string): string {
  const locale = formatsOf(language);
  const times = new Intl.DateTimeFormat(locale, { ...TIME, timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const byTimes = Map.groupBy(hours.toSorted(inWeek), ({ opens, closes }) =>
    [opens, closes].map((time) => times.format(moment(1, time))).join('-'),
  );
  const said = [...byTimes].flatMap(([time, stretches]) =>
    runsOf(stretches.map(({ weekday }) => weekday)).map(
      ([from, to]) => `${days.formatRange(moment(from), moment(to))} ${time}`,
    ),
  );
  return plain(said.join(comma));
}

/** Days of a year in as few words: `24-26 Dec, 1 Jan`. @param days `YYYY-MM-DD`, in order */
export function sayDays(days: readonly string[], language: string, comma: string): string {
  const words = new Intl.DateTimeFormat(formatsOf(language), { ...DAY_SHORT, timeZone: 'UTC' });
  const runs = runsOf(days.map((day) => Date.parse(day) / DAY_MS));
  return plain(runs.map(([from, to]) => words.formatRange(from * DAY_MS, to * DAY_MS)).join(comma));
}

/** Of the signs that every telephone has. */
const plain = (said: string): string => said.replace(/\s*–\s*/g, '-').replace(/[^\S\n]/g, ' ');

const inWeek = (a: WeeklyHours[number], b: WeeklyHours[number]): number =>
  a.weekday - b.weekday || a.opens.localeCompare(b.opens);

const DAY_MS = 86_400_000;

/** ISO: 1 is Monday. 2024 began with one. */
const moment = (weekday: number, time = '00:00'): number => Date.parse(`2024-01-0${weekday}T${time}Z`);

/** Days one after the other as their first and last. @param days numbers, in order */
function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
