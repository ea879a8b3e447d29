import type { EntityManager } from 'typeorm';
import { formatsOf, TIME } from '../platform/i18n/formats.js';
import { OpeningHours } from '../posts/opening-hours.entity.js';
import type { MessageKind } from './message-kinds.js';

export type WeeklyHours = readonly Pick<OpeningHours, 'weekday' | 'opens' | 'closes'>[];

/** Messages that say when the post is open. What they say without, `message.<kind>` of the catalogue, has `-hours` behind it with. */
export const TELLS_HOURS: ReadonlySet<MessageKind> = new Set(['document-ready']);

/** The hours of a post where one of the messages says them, in the caller's transaction. */
export async function hoursToTell(
  tx: EntityManager,
  postId: string,
  kinds: readonly MessageKind[],
): Promise<WeeklyHours> {
  return kinds.some((kind) => TELLS_HOURS.has(kind)) ? tx.find(OpeningHours, { where: { postId } }) : [];
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
  return [...byTimes]
    .flatMap(([time, stretches]) =>
      runsOf(stretches.map(({ weekday }) => weekday)).map(
        ([from, to]) => `${days.formatRange(moment(from), moment(to))} ${time}`,
      ),
    )
    .join(comma)
    .replace(/\s*–\s*/g, '-')
    .replace(/[^\S\n]/g, ' ');
}

const inWeek = (a: WeeklyHours[number], b: WeeklyHours[number]): number =>
  a.weekday - b.weekday || a.opens.localeCompare(b.opens);

/** ISO: 1 is Monday. 2024 began with one. */
const moment = (weekday: number, time = '00:00'): number => Date.parse(`2024-01-0${weekday}T${time}Z`);

/** Days one after the other as their first and last. @param weekdays in order */
function runsOf(weekdays: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const weekday of weekdays) {
    const last = runs.at(-1);
    if (last?.[1] === weekday - 1) last[1] = weekday;
    else runs.push([weekday, weekday]);
  }
  return runs;
}
